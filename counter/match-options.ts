/** Which entries of a list fit what was typed. */

export interface Option {
  id: string
  /** What people call it shortly: a window's number, a service's letter. */
  short: string
  title: string
  /** A second line under the title. */
  detail?: string
  hint: string
  /** All that it may be found by, in every language. */
  words: readonly string[]
  disabled?: boolean
}

/** Those that hold every typed word, the ones that are shortly called so first; all of them for nothing typed. */
export function matchOptions(options: readonly Option[], typed: string): Option[] {
  const query = typed.trim().toLowerCase()
  const wanted = query.split(/\s+/)
  const fitting = options.filter((option) => {
    const text = [option.short, ...option.words].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
  const isShort = (option: Option) => option.short.toLowerCase() === query
  return [...fitting.filter(isShort), ...fitting.filter((option) => !isShort(option))]
}
