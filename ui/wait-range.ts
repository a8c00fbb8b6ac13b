/** A wait as a range, in few words. */
import type { WaitRange } from '../protocol/views.ts'
import type { Language } from '../protocol/vocabulary.ts'

/** `约需10—20分钟`; one number where both ends are the same, and no "0 to". */
export function waitRangeText(range: NonNullable<WaitRange>, language: Language): string {
  const most = Math.max(1, range.boundMinutes)
  const least = Math.min(range.medianMinutes, most)
  if (least === 0) return language === 'zh' ? `约需${most}分钟以内` : `at most about ${most} min`
  const minutes = least === most ? `${most}` : language === 'zh' ? `${least}—${most}` : `${least}–${most}`
  return language === 'zh' ? `约需${minutes}分钟` : `about ${minutes} min`
}
