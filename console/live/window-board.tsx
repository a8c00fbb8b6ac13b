/** The windows of the hall, area by area: how each stands, whom it serves and for how long. */
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Plan } from '../../protocol/plan.ts'
import type { ConsoleView, StaffMember } from '../../protocol/views.ts'
import type { Api } from '../../ui/api.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { Failure } from '../failure.tsx'
import { useT } from '../texts.ts'
import { AssignWindow } from './assign-window.tsx'
import { useLiveT } from './texts.ts'

type ShownWindow = ConsoleView['windows'][number]

/** @param props.staff who sits there, as far as one's role may know; @param props.supervises closes windows that were left, and gives them other services for today */
export function WindowBoard(props: {
  view: ConsoleView
  plan: Plan
  staff: readonly StaffMember[]
  api: Api
  now: number
  supervises: boolean
}) {
  const { view, plan, staff, api, now, supervises } = props
  const { language } = useLanguage()
  const [failure, setFailure] = useState<unknown>(null)
  const [assignedId, setAssignedId] = useState<string | null>(null)
  const assigned = view.windows.find(({ windowId }) => windowId === assignedId)
  const close = async (windowId: string) => {
    setFailure(null)
    await api.post(`/api/windows/${windowId}/close`, {}).catch(setFailure)
  }
  return (
    <section className="window-board">
      <Failure of={failure} />
      {assigned !== undefined && (
        <AssignWindow
          key={assigned.windowId}
          window={assigned}
          plan={plan}
          api={api}
          onDone={() => setAssignedId(null)}
        />
      )}
      {plan.areas.map((area) => (
        <div key={area.areaId}>
          <h2>{area.name[language]}</h2>
          <ul>
            {view.windows
              .filter(({ areaId }) => areaId === area.areaId)
              .map((window) => (
                <WindowCard
                  key={window.windowId}
                  window={window}
                  clerkName={staff.find(({ staffId }) => staffId === window.staffId)?.name ?? ''}
                  now={now}
                  onClose={supervises ? () => close(window.windowId) : null}
                  onAssign={supervises ? () => setAssignedId(window.windowId) : null}
                />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function WindowCard(props: {
  window: ShownWindow
  clerkName: string
  now: number
  onClose: (() => Promise<void>) | null
  onAssign: (() => void) | null
}) {
  const { window, clerkName, now, onClose, onAssign } = props
  const t = useT()
  const liveT = useLiveT()
  const { language } = useLanguage()
  const mayClose = onClose !== null && window.state !== 'closed'
  const number = window.ticketNumber
  return (
    <li className={`window-card window-card-${window.ticketState ?? window.state}`}>
      <p className="window-card-label">
        <b>{window.label}</b>
        <span>{window.name[language]}</span>
      </p>
      <WindowNow window={window} now={now} />
      {window.isOnShift && window.state === 'closed' && (
        <p className="window-card-assigned">{liveT('dueOpen')}</p>
      )}
      {window.isAssigned && <p className="window-card-assigned">{liveT('assigned')}</p>}
      <p className="window-card-foot">
        <span>{clerkName}</span>
        {onAssign !== null && (
          <Button
            size="small"
            type="text"
            aria-label={liveT('assignAt', { label: window.label })}
            onClick={onAssign}
          >
            {liveT('assign')}
          </Button>
        )}
        {mayClose && (
          <Popconfirm
            title={t('closeWindow', { label: window.label })}
            description={number === null ? null : t('closeHolds', { number })}
            okText={t('close')}
            cancelText={t('cancel')}
            onConfirm={onClose}
          >
            <Button size="small" type="text" aria-label={t('closeWindow', { label: window.label })}>
              {t('close')}
            </Button>
          </Popconfirm>
        )}
      </p>
    </li>
  )
}

function WindowNow({ window, now }: { window: ShownWindow; now: number }) {
  const t = useT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const { state, ticketNumber, ticketState, ticketSince, since, pauseReason } = window
  const forMs = now - ((ticketNumber === null ? since : ticketSince) ?? now)
  if (state === 'closed') return <p className="window-card-now">{t('closed')}</p>
  if (ticketNumber !== null && ticketState !== null) {
    return (
      <p className="window-card-now">
        <strong>{ticketNumber}</strong>
        <span>
          {t(ticketState === 'called' ? 'called' : 'serving')} {durationText(forMs)}
        </span>
      </p>
    )
  }
  return (
    <p className="window-card-now">
      <strong>{state === 'paused' ? t('paused') : t('windowFree')}</strong>
      <span>
        {state === 'paused' && `${pauseReason?.[language] ?? ''} `}
        {durationText(forMs)}
      </span>
    </p>
  )
}
