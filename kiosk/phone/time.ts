/** Times and days as the phone shows them. */
import type { Language } from '../../protocol/vocabulary.ts'

/** `09:05`, in the hall's time zone. */
export function timeText(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
}

/** `3月9日`. @param day such as 2026-03-09 */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  }).format(Date.parse(`${day}T00:00Z`))
}
