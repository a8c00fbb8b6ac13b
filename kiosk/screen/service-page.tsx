/** One service: what it asks for, and the one touch that takes the number. */
import { useState } from 'react'
import { refusalText } from '../../protocol/refusals.ts'
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { waitRangeText } from '../../ui/wait-range.ts'
import { windowLabelsText } from '../../ui/window-labels.ts'
import { BackKeys, Frame } from './frame.tsx'
import type { Common, Page } from './kiosk.tsx'
import { LateQuestion } from './late-question.tsx'
import { PriorityChoice } from './priority-choice.tsx'
import { fewLeft } from './service-line.tsx'
import { useT } from './texts.ts'
import { usePages } from './tiles.tsx'
import { type Taking, useTake } from './use-take.ts'

type Department = KioskView['departments'][number]
export type Service = Department['services'][number]

export function ServicePage(props: Common & { view: KioskView; department: Department; service: Service }) {
  const { view, department, service, go } = props
  const { language } = useLanguage()
  const [priorityClassId, setPriorityClassId] = useState<string | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const departmentId = department.departmentId
  const from: Page = { name: 'service', departmentId, serviceId: service.serviceId }
  const taking = useTake({ ...props, from })
  // While one is on its way, the last number of a quota may be this visitor's own.
  const refused = taking.state === 'ready' ? service.notAdmitted : null
  const take = () => {
    const errand = { serviceId: service.serviceId, priorityClassId }
    setIsAsking(false)
    if (service.onePerPerson) go({ name: 'identity', errand, from })
    else void taking.take(errand, null)
  }
  const goBack = () => go({ name: 'department', departmentId })
  return (
    <Frame
      lead={<p className="hall-name">{pick(department.name, language)}</p>}
      title={pick(service.name, language)}
      head={<ServiceFacts service={service} />}
      foot={<BackKeys secondsLeft={props.secondsLeft} goBack={goBack} goHome={props.goHome} />}
    >
      {isAsking && service.closesAt !== null && refused === null ? (
        <LateQuestion timeZone={view.timeZone} closesAt={service.closesAt} take={take} goBack={goBack} />
      ) : (
        <>
          {taking.failure === '' && <Materials service={service} capacity={props.shape.materials} />}
          {view.priorityClasses.length > 0 && refused === null && (
            <PriorityChoice
              classes={view.priorityClasses}
              chosen={priorityClassId}
              locked={taking.state !== 'ready'}
              choose={setPriorityClassId}
            />
          )}
          <TakeKey
            taking={taking}
            refused={refused}
            take={service.outlastsClosing && taking.state === 'ready' ? () => setIsAsking(true) : take}
          />
        </>
      )}
    </Frame>
  )
}

/** The key that takes the number; in its place, why none is given. */
function TakeKey(props: { taking: Taking; refused: Service['notAdmitted']; take: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { taking, refused } = props
  return (
    <div className="take">
      <p role="alert">{taking.failure}</p>
      {refused === null ? (
        <button type="button" className="take-key" disabled={taking.state === 'sending'} onClick={props.take}>
          {t(taking.state === 'sending' ? 'taking' : taking.state === 'notConfirmed' ? 'takeAgain' : 'take')}
        </button>
      ) : (
        taking.failure === '' && (
          <p className="take-refused" role="status">
            {refusalText(refused.code, refused.params, language)}
          </p>
        )
      )}
    </div>
  )
}

function ServiceFacts({ service }: { service: Service }) {
  const t = useT()
  const { language } = useLanguage()
  const { expected, quotaLeft } = service
  const comma = language === 'zh' ? '、' : ', '
  return (
    <dl className="facts">
      <div>
        <dt>{t('waitingNow')}</dt>
        <dd>
          <b>{t('people', { count: service.waiting })}</b>{' '}
          <small>
            {service.openWindows === 0 ? t('noOpenWindow') : t('windowsOpen', { count: service.openWindows })}
          </small>
          {expected !== null && service.notAdmitted === null && (
            <span className="facts-part">{waitRangeText(expected, language)}</span>
          )}
          {quotaLeft !== null && quotaLeft <= fewLeft && service.notAdmitted === null && (
            <span className="facts-part few">{t('quotaLeft', { count: quotaLeft })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('where')}</dt>
        <dd>
          {t('windows', { labels: windowLabelsText(service.windowLabels, language) })}
          <small className="line">{service.areaNames.map((name) => pick(name, language)).join(comma)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('kind')}</dt>
        <dd>
          {service.kind === 'onTheSpot' ? t('onTheSpot') : t('promised', { days: service.promisedDays })}
        </dd>
      </div>
      <div>
        <dt>{t('fee')}</dt>
        <dd>{service.fee === null ? t('free') : pick(service.fee, language)}</dd>
      </div>
    </dl>
  )
}

function Materials({ service, capacity }: { service: Service; capacity: Common['shape']['materials'] }) {
  const t = useT()
  const { language } = useLanguage()
  const numbered = service.materials.map((material, index) => ({
    number: index + 1,
    text: pick(material, language),
  }))
  const { shown, keys } = usePages(numbered, capacity)
  return (
    <section className="materials">
      <h2>{t(numbered.length === 0 ? 'noMaterials' : 'materials')}</h2>
      <ol style={{ gridTemplateColumns: `repeat(${capacity.columns}, minmax(0, 1fr))` }}>
        {shown.map((material) => (
          <li key={material.number}>
            <span className="material-number">{material.number}</span>
            <span className="material-name">{material.text}</span>
          </li>
        ))}
      </ol>
      {keys}
    </section>
  )
}
