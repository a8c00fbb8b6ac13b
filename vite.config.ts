/** Builds the screens into dist/, one page each; the server serves them from there. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const pages = [
  'ui/home/index.html',
  'kiosk/screen/index.html',
  'kiosk/phone/index.html',
  'kiosk/booking/index.html',
  'display/index.html',
  'counter/index.html',
  'console/index.html',
]

export default defineConfig({
  appType: 'mpa',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: { input: pages },
    chunkSizeWarningLimit: 1_200,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
