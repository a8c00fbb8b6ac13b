/** The windows of a service in a few words, however many there are. */
import type { Language } from '../protocol/vocabulary.ts'

const itemsShown = 6

/** `1—4、7、综合12`: runs of three and more numbers folded, and after six items "and others". */
export function windowLabelsText(labels: readonly string[], language: Language): string {
  const items = foldRuns(labels)
  const comma = language === 'zh' ? '、' : ', '
  const shown = items.slice(0, itemsShown).join(comma)
  if (items.length <= itemsShown) return shown
  return language === 'zh' ? `${shown}等` : `${shown} and others`
}

function foldRuns(labels: readonly string[]): string[] {
  const items: string[] = []
  for (let at = 0; at < labels.length; ) {
    let last = at
    while (follows(labels[last], labels[last + 1])) last += 1
    if (last - at >= 2) items.push(`${labels[at]}—${labels[last]}`)
    else items.push(...labels.slice(at, last + 1))
    at = last + 1
  }
  return items
}

function follows(label: string | undefined, next: string | undefined): boolean {
  return /^\d+$/.test(label ?? '') && /^\d+$/.test(next ?? '') && Number(next) === Number(label) + 1
}
