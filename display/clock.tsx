/** The hall's clock: the server's time in the hall's own time zone. */
import { useMemo } from 'react'
import { useServerTime } from '../ui/server-time.ts'

export function Clock({ timeZone }: { timeZone: string }) {
  const now = useServerTime(1_000)
  const { time, date } = useMemo(
    () => ({
      time: new Intl.DateTimeFormat('zh-CN', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
      date: new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'long', day: 'numeric', weekday: 'long' }),
    }),
    [timeZone],
  )
  if (now === 0) return null
  return (
    <p className="clock">
      <span>{date.format(now)}</span> <time dateTime={new Date(now).toISOString()}>{time.format(now)}</time>
    </p>
  )
}
