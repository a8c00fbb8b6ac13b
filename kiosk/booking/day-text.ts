/** Days and instants as the hall's calendar writes them. */
import type { Language } from '../../protocol/vocabulary.ts'

const locale = { zh: 'zh-CN', en: 'en-GB' } as const

/** `3月5日 星期四`, `Thu, 5 Mar` */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], {
    timeZone: 'UTC',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: language === 'zh' ? 'long' : 'short',
  })
    .format(Date.parse(`${day}T00:00Z`))
    .replace(/日(?=星期)/, '日 ')
}

/** `3月5日 07:00`, in the hall's own time zone */
export function instantText(at: number, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], {
    timeZone,
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** The hall's calendar day (`2026-03-05`) at an instant. */
export function dayAt(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at)
}
