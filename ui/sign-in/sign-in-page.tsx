/** Staff number and password or PIN. */
import { useRef, useState } from 'react'
import { sentenceOf } from '../api.ts'
import { useLanguage } from '../texts.ts'
import { LanguageButton } from './language-button.tsx'
import type { SessionState } from './session-state.ts'
import { useSignInTexts } from './texts.ts'

const numberStoredAs = 'shunwei.staffNumber'

/** @param props.onSignedIn gets the password that was typed, in case it must be changed at once */
export function SignInPage(props: {
  title: string
  session: SessionState
  onSignedIn: (password: string) => void
}) {
  const { title, session, onSignedIn } = props
  const t = useSignInTexts()
  const { language } = useLanguage()
  const [staffNumber, setStaffNumber] = useState(() => localStorage.getItem(numberStoredAs) ?? '')
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [underWay, setUnderWay] = useState(false)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async () => {
    setUnderWay(true)
    setFailure(null)
    try {
      await session.signIn(staffNumber.trim(), password)
      localStorage.setItem(numberStoredAs, staffNumber.trim())
      onSignedIn(password)
    } catch (error) {
      setFailure(error)
      setUnderWay(false)
      passwordField.current?.select()
    }
  }
  return (
    <main className="sign-in">
      <form
        className="sign-in-card"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="sign-in-brand">{t('brand')}</p>
        <h1>{title}</h1>
        <label>
          {t('staffNumber')}
          <input
            name="staffNumber"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            required
            // biome-ignore lint/a11y/noAutofocus: the one thing to do on this page
            autoFocus={staffNumber === ''}
            value={staffNumber}
            onChange={(event) => setStaffNumber(event.target.value)}
          />
        </label>
        <label>
          {t('password')}
          <input
            ref={passwordField}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            // biome-ignore lint/a11y/noAutofocus: the one thing left to do where the number is known
            autoFocus={staffNumber !== ''}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="sign-in-answer" role="alert">
          {failure !== null ? sentenceOf(failure, language) : session.hasExpired ? t('expired') : ''}
        </p>
        <button type="submit" className="sign-in-main" disabled={underWay}>
          {t(underWay ? 'signingIn' : 'signIn')}
        </button>
        <LanguageButton />
      </form>
    </main>
  )
}
