/** The first page: the departments of the hall, and what one may need besides. */
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import { TileGrid, usePages } from './tiles.tsx'

export function DepartmentsPage(props: Common & { view: KioskView }) {
  const { view, shape, go } = props
  const t = useT()
  const { language } = useLanguage()
  const { shown, capacity, keys } = usePages(view.departments, shape.departments)
  const services = view.departments.flatMap((department) => department.services)
  const waiting = services.reduce((sum, service) => sum + service.waiting, 0)
  return (
    <Frame
      lead={
        <p className="hall-name">
          {pick(view.hallName, language)} <span className="hall-area">{pick(view.areaName, language)}</span>
        </p>
      }
      title={t(view.dayIsOpen ? 'chooseDepartment' : 'dayNotOpen')}
      head={
        <>
          <p className="head-note">
            {view.dayIsOpen
              ? t('servicesAndWaiting', { services: services.length, waiting })
              : t('dayNotOpenHint')}
          </p>
          <PrinterNotice view={view} />
        </>
      }
      foot={<HomeKeys {...props} />}
    >
      {view.dayIsOpen && <OtherWays view={view} go={go} />}
      {view.dayIsOpen && (
        <TileGrid capacity={capacity}>
          {shown.map((department) => (
            <li key={department.departmentId}>
              <button
                type="button"
                className="tile tile-short"
                onClick={() => go({ name: 'department', departmentId: department.departmentId })}
              >
                <span className="tile-name">{pick(department.name, language)}</span>
                <span className="tile-count">
                  <b>{department.services.reduce((sum, service) => sum + service.waiting, 0)}</b>
                  {t('waiting')}
                </span>
              </button>
            </li>
          ))}
        </TileGrid>
      )}
      {view.dayIsOpen && keys}
    </Frame>
  )
}

/** What one may come for besides a single service. */
function OtherWays({ view, go }: { view: KioskView; go: Common['go'] }) {
  const t = useT()
  const ways = [
    ...(view.matters.length > 0 ? (['matters'] as const) : []),
    ...(view.canBook ? (['booking'] as const) : []),
    ...(['return', 'rejoin'] as const),
  ]
  return (
    <nav className="other-ways">
      {ways.map((name) => (
        <button key={name} type="button" className="key" onClick={() => go({ name })}>
          {t(`way_${name}`)}
        </button>
      ))}
    </nav>
  )
}

function PrinterNotice(props: { view: KioskView }) {
  const t = useT()
  const fault = props.view.printer?.fault ?? null
  if (fault === null) return null
  return (
    <p className="notice" role="status">
      {t('printerNotice', { fault: t(`fault_${fault}`) })}
    </p>
  )
}

function HomeKeys(props: Common) {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  return (
    <span className="foot-end">
      <button type="button" className="key" onClick={() => props.setLarge(!props.large)}>
        {t(props.large ? 'normalType' : 'largeType')}
      </button>
      <button
        type="button"
        className="key"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t('otherLanguage')}
      </button>
    </span>
  )
}
