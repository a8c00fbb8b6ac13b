/** One crowding alarm: what was measured against which threshold, since when, who was told and who has seen it. */
import { Button } from 'antd'
import { useState } from 'react'
import type { ConsoleView, StaffMember } from '../../protocol/views.ts'
import { useLanguage } from '../../ui/texts.ts'
import { useDurationText } from '../../ui/widgets/duration.tsx'
import { clockTime } from '../clock-time.ts'
import { useLiveT } from './texts.ts'

export type CrowdingAlarm = ConsoleView['alarms'][number]

/** @param props.staff whose names one's role may know; @param props.who is signed in */
export function Alarm(props: {
  alarm: CrowdingAlarm
  view: ConsoleView
  staff: readonly StaffMember[]
  who: StaffMember
  now: number
  onSee: (alarm: CrowdingAlarm) => Promise<void>
}) {
  const { alarm, view, staff, who, now, onSee } = props
  const { kind, threshold, value, serviceName, raisedAt, told } = alarm
  const t = useLiveT()
  const { language } = useLanguage()
  const durationText = useDurationText()
  const [underWay, setUnderWay] = useState(false)
  const line = view.lines.find(({ serviceId }) => serviceId === alarm.serviceId)
  const separator = language === 'zh' ? '、' : ', '
  const see = async () => {
    setUnderWay(true)
    await onSee(alarm)
    setUnderWay(false)
  }
  const nameOf = (staffId: string) =>
    staffId === who.staffId
      ? t('you')
      : (staff.find((each) => each.staffId === staffId)?.name ?? t('somebody'))
  const seen = alarm.seenBy.map(({ staffId, at }) =>
    t('seenByAt', { name: nameOf(staffId), time: clockTime(at, view.timeZone) }),
  )
  return (
    <>
      <b>{t(kind, { service: serviceName[language], threshold })}</b>
      <span>
        {t('alarmSince', {
          time: clockTime(raisedAt, view.timeZone),
          wait: durationText(now - raisedAt),
          value: t(kind === 'waitingOver' ? 'people' : 'minutesLong', { count: value }),
        })}
        {line !== undefined && ` · ${t('alarmNow', { count: line.waiting, windows: line.openWindows })}`}
      </span>
      <span className="decision-keys">
        <span>
          {t('alarmTold', { who: told.map((role) => t(role)).join(separator) })}
          {' · '}
          {seen.length === 0 ? t('alarmSeenByNobody') : t('alarmSeen', { who: seen.join(separator) })}
        </span>
        {!isSeenBy(alarm, who.staffId) && (
          <Button size="small" type="primary" loading={underWay} onClick={() => void see()}>
            {t('see')}
          </Button>
        )}
      </span>
    </>
  )
}

export function isSeenBy({ seenBy }: CrowdingAlarm, staffId: string): boolean {
  return seenBy.some((each) => each.staffId === staffId)
}
