/** Ant Design in the house's colours, for the desk's screens. */
import type { ThemeConfig } from 'antd'
import { color, font } from './tokens.ts'

export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: color.accent,
    colorInfo: color.accent,
    colorLink: color.accent,
    colorError: color.called,
    colorWarning: color.notice,
    colorText: color.ink,
    colorTextSecondary: color.inkSoft,
    colorTextTertiary: color.inkSoft,
    colorTextDescription: color.inkSoft,
    colorBgLayout: color.paper,
    colorBorder: color.line,
    colorBorderSecondary: color.line,
    fontFamily: font.family,
    borderRadius: 8,
    wireframe: false,
  },
}
