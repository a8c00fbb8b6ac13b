/** The services of one department. */
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { BackKeys, Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { ServiceLine } from './service-line.tsx'
import { useT } from './texts.ts'
import { TileGrid, usePages } from './tiles.tsx'

type Department = KioskView['departments'][number]

export function ServicesPage(props: Common & { department: Department }) {
  const { department, shape, go } = props
  const t = useT()
  const { language } = useLanguage()
  const { shown, capacity, keys } = usePages(department.services, shape.services)
  return (
    <Frame
      lead={<p className="hall-name">{pick(department.name, language)}</p>}
      title={t('chooseService')}
      foot={<BackKeys secondsLeft={props.secondsLeft} goHome={props.goHome} />}
    >
      <TileGrid capacity={capacity}>
        {shown.map((service) => (
          <li key={service.serviceId}>
            <button
              type="button"
              className={service.notAdmitted === null ? 'tile' : 'tile tile-refused'}
              onClick={() =>
                go({ name: 'service', departmentId: department.departmentId, serviceId: service.serviceId })
              }
            >
              <span className="tile-name">{pick(service.name, language)}</span>
              <ServiceLine service={service} />
            </button>
          </li>
        ))}
      </TileGrid>
      {keys}
    </Frame>
  )
}
