/** The console's frame: the hall, the pages that belong to one's role, and who sits here. */
import { type ReactNode, useEffect, useState } from 'react'
import type { StaffRole } from '../protocol/vocabulary.ts'
import { useView } from '../ui/live.ts'
import { LanguageButton } from '../ui/sign-in/language-button.tsx'
import type { SignedInAs } from '../ui/sign-in/session-state.ts'
import { useLanguage } from '../ui/texts.ts'
import { ConnectionNotice } from '../ui/widgets/connection-notice.tsx'
import { AppointmentsPage } from './appointments/appointments-page.tsx'
import { DevicesPage } from './devices/devices-page.tsx'
import { LivePage } from './live/live-page.tsx'
import { PlanPage } from './plan/plan-page.tsx'
import { RecordPage } from './record/record-page.tsx'
import { StaffPage } from './staff/staff-page.tsx'
import { useT } from './texts.ts'
import { TicketsPage } from './tickets/tickets-page.tsx'

const pagesOf: Readonly<Record<StaffRole, readonly PageName[]>> = {
  guide: ['live', 'tickets', 'appointments'],
  clerk: [],
  supervisor: ['live', 'tickets', 'appointments', 'devices', 'record', 'plan'],
  admin: ['live', 'tickets', 'appointments', 'devices', 'staff', 'record', 'plan'],
}
type PageName = 'live' | 'tickets' | 'appointments' | 'devices' | 'staff' | 'record' | 'plan'

export function Console({ who }: { who: SignedInAs }) {
  const t = useT()
  const { language } = useLanguage()
  const { staff, api, sessionToken } = who
  const live = useView<'console'>({ room: 'console' }, sessionToken)
  const pages = pagesOf[staff.role]
  const hash = useHash()
  const page = pages.find((name) => name === hash) ?? 'live'
  useEffect(() => {
    if (live.refusedCode === 'notSignedIn') who.expire()
  }, [live.refusedCode, who])

  const bodies: Readonly<Record<PageName, () => ReactNode>> = {
    live: () => <LivePage live={live} api={api} who={staff} />,
    tickets: () => <TicketsPage api={api} />,
    appointments: () => <AppointmentsPage api={api} today={live.view?.day ?? null} />,
    devices: () => <DevicesPage api={api} mayChange={staff.role === 'admin'} now={live.now} />,
    staff: () => <StaffPage api={api} />,
    record: () => <RecordPage api={api} sessionToken={sessionToken} today={live.view?.day ?? null} />,
    plan: () => <PlanPage api={api} mayChange={staff.role === 'admin'} />,
  }
  return (
    <div className="console">
      <header className="console-head">
        <p className="console-hall">{live.view?.hallName[language] ?? t('title')}</p>
        <nav aria-label={t('pages')}>
          {pages.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
              {t(name)}
            </a>
          ))}
        </nav>
        <p className="console-who">
          {staff.name} · {t(staff.role)}
        </p>
        <LanguageButton />
        <button type="button" className="language-button" onClick={() => void who.signOut()}>
          {t('signOut')}
        </button>
      </header>
      <ConnectionNotice live={live} />
      <main className="console-page">
        <h1 className="visually-hidden">{t(page)}</h1>
        {bodies[page]()}
      </main>
    </div>
  )
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(1))
  useEffect(() => {
    const follow = () => setHash(location.hash.slice(1))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return hash
}
