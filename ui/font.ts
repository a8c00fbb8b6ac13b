/** The hall's own Chinese font, in subsets that are loaded as they are met. Not for visitors' phones. */
import '@fontsource-variable/noto-sans-sc'
