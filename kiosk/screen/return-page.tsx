/** Coming back with the papers that were missing: by the return code, or the slip of the other day. */
import type { KioskView } from '../../protocol/views.ts'
import { EntryPage, type Reading } from './entry-page.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import { useTake } from './use-take.ts'
import { lastPart } from './use-typed.ts'

export function ReturnPage(props: Common & { view: KioskView }) {
  const t = useT()
  const taking = useTake({ ...props, from: { name: 'return' } })
  const read = (typed: string): Reading<string> => {
    const code = lastPart(typed)
    return {
      shown: typed,
      spoken: t('numberEntered', { number: typed }),
      value: /^(\d{8}|[\w-]{22})$/.test(code) ? code : null,
    }
  }
  return (
    <EntryPage
      {...props}
      title={t('returnTitle')}
      note={t('returnHint')}
      letters={[]}
      read={read}
      labels={{ send: t('take'), sending: t('taking') }}
      sending={taking}
      onSend={(returnCode) => taking.take({ returnCode }, null)}
    />
  )
}
