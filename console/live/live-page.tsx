/** The hall as it is now: what needs a decision first, then the windows and who waits. */
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView, StaffMember } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import type { Live } from '../../ui/live.ts'
import { useT } from '../texts.ts'
import { useAnswer } from '../use-answer.ts'
import { Decisions } from './decisions.tsx'
import { useLiveT } from './texts.ts'
import { WaitingLines } from './waiting-lines.tsx'
import { WindowBoard } from './window-board.tsx'

const askAgainMs = 60_000
const counts = ['issued', 'waiting', 'called', 'serving', 'held', 'served', 'noShow', 'cancelled'] as const

export function LivePage({ live, api, who }: { live: Live<ConsoleView>; api: Api; who: StaffMember }) {
  const t = useT()
  const liveT = useLiveT()
  const { view, now } = live
  const { answer: plan } = useAnswer<Plan>(api, '/api/plan', askAgainMs)
  const supervises = who.role === 'supervisor' || who.role === 'admin'
  const { answer: staff } = useAnswer<StaffMember[]>(api, supervises ? '/api/staff' : null, askAgainMs)
  if (view === null || plan === null) return <p role="status">{t('loading')}</p>
  return (
    <>
      {view.isYearUnknown && (
        <p className="live-notice" role="status">
          {liveT('yearUnknown')}
        </p>
      )}
      <div className="live">
        <dl className="today">
          {counts.map((name) => (
            <div key={name} className={`today-${name}`}>
              <dt>{t(name)}</dt>
              <dd>{view.today[name]}</dd>
            </div>
          ))}
        </dl>
        <Decisions view={view} plan={plan} staff={staff ?? []} who={who} api={api} now={now} />
        <WindowBoard
          view={view}
          plan={plan}
          staff={staff ?? []}
          api={api}
          now={now}
          supervises={supervises}
        />
        <WaitingLines view={view} now={now} />
      </div>
    </>
  )
}
