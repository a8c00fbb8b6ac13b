/** Asks for the identity number where a service gives one ticket to each person. It is gone with the page. */
import type { KioskView } from '../../protocol/views.ts'
import { EntryPage, type Reading } from './entry-page.tsx'
import { isIdentityNumber } from './identity-number.ts'
import type { Common, Page } from './kiosk.tsx'
import { useT } from './texts.ts'
import { type Errand, useTake } from './use-take.ts'

const length = 18

export function IdentityPage(props: Common & { view: KioskView; errand: Errand; from: Page }) {
  const t = useT()
  const { errand, from } = props
  const taking = useTake(props)
  const read = (typed: string): Reading<string> => {
    const number = typed.toUpperCase().replace(/[^\dX]/g, '')
    const isRight = isIdentityNumber(number)
    return {
      shown: masked(number),
      spoken: t('charactersEntered', { count: number.length, last: number.slice(-2) }),
      value: isRight ? number : null,
      ...(number.length >= length && !isRight ? { fault: t('identityWrong') } : {}),
    }
  }
  return (
    <EntryPage
      {...props}
      title={t('identityTitle')}
      note={t('identityHint')}
      letters={['X']}
      read={read}
      labels={{ send: t('take'), sending: t('taking') }}
      sending={taking}
      onSend={(personNumber) => taking.take(errand, personNumber)}
      goBack={() => props.go(from)}
    />
  )
}

/** All but the last two: who stands behind shall not read it. */
function masked(number: string): string {
  return '*'.repeat(Math.max(0, number.length - 2)) + number.slice(-2)
}
