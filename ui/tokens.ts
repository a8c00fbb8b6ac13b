/**
 * The visual language in values: colours, type, space, radius. The one source: `startTokens` makes CSS variables
 * of them (`--color-accent`, `--space-4`, `--radius-card` …), `antd-theme.ts` makes Ant Design's theme.
 *
 * Accent is what can be touched, called is what is being called; everything else is a warm grey. On `paper` and
 * `surface`, `ink`, `inkSoft`, `accent` and `called` have a contrast of 7:1 or more, for public screens.
 */
export const color = {
  ink: '#1d1b18',
  inkSoft: '#4b463f',
  paper: '#f8f5ef',
  surface: '#ffffff',
  sunken: '#efeae0',
  line: '#d9d2c5',
  lineStrong: '#8d8577',
  accent: '#0b554e',
  accentStrong: '#073e39',
  accentSoft: '#e2eeeb',
  onAccent: '#ffffff',
  called: '#a3170f',
  calledStrong: '#7d0f09',
  calledSoft: '#fae9e5',
  onCalled: '#ffffff',
  notice: '#6b4300',
  noticeSoft: '#fbf0d5',
} as const

export const font = {
  family:
    "'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif",
} as const

/** In rem. The screens choose what a rem is: 16 px at the desk, in proportion to the screen in the hall. */
const space = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  6: '1.5rem',
  8: '2rem',
  12: '3rem',
} as const
const radius = { small: '0.375rem', card: '0.875rem', round: '999rem' } as const

/** Sets the values as CSS variables on the document; call it once, before the first render. */
export function startTokens(): void {
  const style = document.documentElement.style
  for (const [group, values] of Object.entries({ color, font, space, radius })) {
    for (const [name, value] of Object.entries(values)) {
      style.setProperty(`--${group}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
    }
  }
}
