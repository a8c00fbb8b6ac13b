/** A screen of the staff: has somebody sign in and set a password of their own, then shows it. */
import { type ReactNode, useMemo, useState } from 'react'
import type { StaffRole } from '../../protocol/vocabulary.ts'
import { LanguageButton } from './language-button.tsx'
import { NewPasswordPage } from './new-password-page.tsx'
import { type SignedInAs, useSession } from './session-state.ts'
import { SignInPage } from './sign-in-page.tsx'
import { useSignInTexts } from './texts.ts'
import './sign-in.css'

type Desk = 'counter' | 'console'

const rolesAt: Readonly<Record<Desk, readonly StaffRole[]>> = {
  counter: ['clerk', 'supervisor', 'admin'],
  console: ['guide', 'supervisor', 'admin'],
}

/** @param props.title what the screen is called; @param props.children what to show once it is known who sits here */
export function SignedIn(props: { desk: Desk; title: string; children: (who: SignedInAs) => ReactNode }) {
  const { desk, title, children } = props
  const t = useSignInTexts()
  const session = useSession()
  const [typedPassword, setTypedPassword] = useState<string | null>(null)
  const { staff, sessionToken, api, expire, signOut } = session
  const who = useMemo(
    () => (staff === null || sessionToken === null ? null : { staff, sessionToken, api, expire, signOut }),
    [staff, sessionToken, api, expire, signOut],
  )
  if (sessionToken === null) {
    return <SignInPage title={title} session={session} onSignedIn={setTypedPassword} />
  }
  if (who === null) {
    return (
      <main className="sign-in" role="status">
        <p>{t('unreachable')}</p>
      </main>
    )
  }
  if (who.staff.passwordMustChange) {
    return <NewPasswordPage staff={who.staff} session={session} currentPassword={typedPassword} />
  }
  if (!rolesAt[desk].includes(who.staff.role)) return <WrongRole desk={desk} who={who} />
  return children(who)
}

function WrongRole({ desk, who }: { desk: Desk; who: SignedInAs }) {
  const t = useSignInTexts()
  const { name, role } = who.staff
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{t('wrongRole')}</h1>
        <p>{t(desk === 'counter' ? 'wrongRoleCounter' : 'wrongRoleConsole', { name, role: t(role) })}</p>
        <a className="sign-in-main" href={desk === 'counter' ? '/console/' : '/counter/'}>
          {t(desk === 'counter' ? 'toConsole' : 'toCounter')}
        </a>
        <button type="button" className="sign-in-quiet" onClick={() => void who.signOut()}>
          {t('signOut')}
        </button>
        <LanguageButton />
      </div>
    </main>
  )
}
