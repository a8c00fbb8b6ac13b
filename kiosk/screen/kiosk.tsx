/** The kiosk: which page is shown, and the way back to the first one when nobody is there any more. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { KioskView } from '../../protocol/views.ts'
import { type Api, createApi } from '../../ui/api.ts'
import { useView } from '../../ui/live.ts'
import { useLanguage } from '../../ui/texts.ts'
import { ConnectionNotice } from '../../ui/widgets/connection-notice.tsx'
import type { Paired } from '../../ui/widgets/paired-device.tsx'
import { BookingPage } from './booking-page.tsx'
import { DepartmentsPage } from './departments-page.tsx'
import { IdentityPage } from './identity-page.tsx'
import { MattersPage } from './matters-page.tsx'
import { RejoinPage } from './rejoin-page.tsx'
import { ReturnPage } from './return-page.tsx'
import { ServicePage } from './service-page.tsx'
import { ServicesPage } from './services-page.tsx'
import { useT } from './texts.ts'
import { type ShownTicket, TicketPage } from './ticket-page.tsx'
import { useIdle } from './use-idle.ts'
import { useScreenShape } from './use-screen.ts'
import type { Errand } from './use-take.ts'

export type Page =
  | { name: 'home' }
  | { name: 'department'; departmentId: string }
  | { name: 'service'; departmentId: string; serviceId: string }
  | { name: 'matters' }
  | { name: 'booking' }
  | { name: 'return' }
  | { name: 'rejoin' }
  | { name: 'identity'; errand: Errand; from: Page }
  | { name: 'ticket'; ticket: ShownTicket }

/** Choosing takes time, above all in a strange language; a stranger's number is gone after twenty seconds. */
const idleAfterMs: Readonly<Record<Page['name'], number>> = {
  home: 60_000,
  department: 60_000,
  service: 60_000,
  matters: 60_000,
  booking: 40_000,
  return: 40_000,
  rejoin: 40_000,
  identity: 40_000,
  ticket: 20_000,
}

export function Kiosk({ device, deviceToken, forget }: Paired) {
  const t = useT()
  const { setLanguage } = useLanguage()
  const [page, setPage] = useState<Page>({ name: 'home' })
  const [large, setLarge] = useState(false)
  const shape = useScreenShape(large)
  const api = useMemo(() => createApi(() => deviceToken), [deviceToken])
  const live = useView<'kiosk'>({ room: 'kiosk', deviceId: device.deviceId }, deviceToken)
  const goHome = () => {
    setPage({ name: 'home' })
    setLanguage('zh')
    setLarge(false)
  }
  const [extensions, setExtensions] = useState(0)
  const giveMoreTime = useCallback(() => setExtensions((before) => before + 1), [])
  const secondsLeft = useIdle(idleAfterMs[page.name], `${extensions} ${JSON.stringify(page)}`, goHome)
  const unknownHere = live.refusedCode === 'notSignedIn' || live.refusedCode === 'unknownDevice'
  useEffect(() => {
    if (unknownHere) forget()
  }, [unknownHere, forget])
  useEffect(() => {
    if (live.newVersion && page.name === 'home') location.reload()
  }, [live.newVersion, page.name])

  const { view } = live
  return (
    <div className={`kiosk kiosk-${page.name}`}>
      <div className="notices">
        <ConnectionNotice live={live} />
        {live.state === 'cut' && <p className="cut-advice">{t('askStaff')}</p>}
      </div>
      {view !== null && (
        <PageOf
          page={page}
          view={view}
          common={{ api, shape, secondsLeft, giveMoreTime, large, setLarge, goHome, go: setPage }}
        />
      )}
    </div>
  )
}

export interface Common {
  api: Api
  shape: ReturnType<typeof useScreenShape>
  secondsLeft: number
  /** There is news that takes time to read. */
  giveMoreTime: () => void
  large: boolean
  setLarge: (large: boolean) => void
  goHome: () => void
  go: (page: Page) => void
}

function PageOf({ page, view, common }: { page: Page; view: KioskView; common: Common }) {
  switch (page.name) {
    case 'ticket':
      return <TicketPage ticket={page.ticket} phoneUrl={view.phoneUrl} {...common} />
    case 'identity':
      return <IdentityPage view={view} errand={page.errand} from={page.from} {...common} />
    case 'matters':
      return <MattersPage view={view} {...common} />
    case 'booking':
      return <BookingPage view={view} {...common} />
    case 'return':
      return <ReturnPage view={view} {...common} />
    case 'rejoin':
      return <RejoinPage view={view} {...common} />
    default:
      return <ChoicePage page={page} view={view} common={common} />
  }
}

type Choice = Extract<Page, { name: 'home' | 'department' | 'service' }>

/** The way to a service; what the plan no longer has leads back to the departments. */
function ChoicePage({ page, view, common }: { page: Choice; view: KioskView; common: Common }) {
  const departmentId = 'departmentId' in page ? page.departmentId : null
  const department = view.departments.find((each) => each.departmentId === departmentId)
  const serviceId = page.name === 'service' ? page.serviceId : null
  const service = department?.services.find((each) => each.serviceId === serviceId)
  if (service !== undefined && department !== undefined) {
    return (
      <ServicePage
        key={service.serviceId}
        view={view}
        department={department}
        service={service}
        {...common}
      />
    )
  }
  if (department !== undefined) return <ServicesPage department={department} {...common} />
  return <DepartmentsPage view={view} {...common} />
}
