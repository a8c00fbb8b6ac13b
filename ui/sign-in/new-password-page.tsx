/** A one-time password is changed for one's own before anything else. */
import { useState } from 'react'
import type { StaffMember } from '../../protocol/views.ts'
import { sentenceOf } from '../api.ts'
import { useLanguage } from '../texts.ts'
import { LanguageButton } from './language-button.tsx'
import type { SessionState } from './session-state.ts'
import { useSignInTexts } from './texts.ts'

/** @param props.currentPassword the one just typed, which then is not asked for again; null when unknown */
export function NewPasswordPage(props: {
  staff: StaffMember
  session: SessionState
  currentPassword: string | null
}) {
  const { staff, session } = props
  const t = useSignInTexts()
  const { language } = useLanguage()
  const [current, setCurrent] = useState('')
  const [chosen, setChosen] = useState('')
  const [again, setAgain] = useState('')
  const [answer, setAnswer] = useState('')
  const [underWay, setUnderWay] = useState(false)

  const submit = async () => {
    if (chosen !== again) return setAnswer(t('notTheSame'))
    setUnderWay(true)
    setAnswer('')
    try {
      await session.changePassword(props.currentPassword ?? current, chosen)
    } catch (error) {
      setAnswer(sentenceOf(error, language))
      setUnderWay(false)
    }
  }
  const mayBeShort = staff.role === 'clerk' || staff.role === 'guide'
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
        <h1>{t('newPassword')}</h1>
        <p>{t('newPasswordWhy', { name: staff.name })}</p>
        {props.currentPassword === null && (
          <Secret label={t('currentPassword')} value={current} onChange={setCurrent} isNew={false} />
        )}
        <Secret label={t('chosenPassword')} value={chosen} onChange={setChosen} isNew />
        <p className="sign-in-rule">{t(mayBeShort ? 'ruleShort' : 'ruleLong')}</p>
        <Secret label={t('repeatPassword')} value={again} onChange={setAgain} isNew />
        <p className="sign-in-answer" role="alert">
          {answer}
        </p>
        <button type="submit" className="sign-in-main" disabled={underWay}>
          {t(underWay ? 'keeping' : 'keepPassword')}
        </button>
        <button type="button" className="sign-in-quiet" onClick={() => void session.signOut()}>
          {t('signOut')}
        </button>
        <LanguageButton />
      </form>
    </main>
  )
}

function Secret(props: { label: string; value: string; onChange: (value: string) => void; isNew: boolean }) {
  return (
    <label>
      {props.label}
      <input
        type="password"
        required
        autoComplete={props.isNew ? 'new-password' : 'current-password'}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
