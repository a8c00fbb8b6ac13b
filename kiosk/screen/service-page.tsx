/** One service: what it asks for, and the one touch that takes the number. */
import { useState } from 'react'
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { windowLabelsText } from '../../ui/window-labels.ts'
import { BackKeys, Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import { usePages } from './tiles.tsx'
import { useTake } from './use-take.ts'

type Department = KioskView['departments'][number]
export type Service = Department['services'][number]

export function ServicePage(props: Common & { view: KioskView; department: Department; service: Service }) {
  const { view, department, service } = props
  const t = useT()
  const { language } = useLanguage()
  const [priorityClassId, setPriorityClassId] = useState<string | null>(null)
  const take = useTake(props.api, service, (ticket) => props.go({ name: 'ticket', ticket }))
  return (
    <Frame
      lead={<p className="hall-name">{pick(department.name, language)}</p>}
      title={pick(service.name, language)}
      head={<ServiceFacts service={service} />}
      foot={
        <BackKeys
          secondsLeft={props.secondsLeft}
          goBack={() => props.go({ name: 'department', departmentId: department.departmentId })}
          goHome={props.goHome}
        />
      }
    >
      {take.failure === '' && <Materials service={service} capacity={props.shape.materials} />}
      {view.priorityClasses.length > 0 && (
        <PriorityChoice
          classes={view.priorityClasses}
          chosen={priorityClassId}
          locked={take.state !== 'ready'}
          choose={setPriorityClassId}
        />
      )}
      <div className="take">
        <p role="alert">{take.failure}</p>
        <button
          type="button"
          className="take-key"
          disabled={take.state === 'taking'}
          onClick={() => take.take(priorityClassId)}
        >
          {t(take.state === 'taking' ? 'taking' : take.state === 'notConfirmed' ? 'takeAgain' : 'take')}
        </button>
      </div>
    </Frame>
  )
}

function ServiceFacts({ service }: { service: Service }) {
  const t = useT()
  const { language } = useLanguage()
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

function PriorityChoice(props: {
  classes: KioskView['priorityClasses']
  chosen: string | null
  locked: boolean
  choose: (priorityClassId: string | null) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const choices = [
    { id: null, name: t('ordinary') },
    ...props.classes.map((each) => ({ id: each.priorityClassId, name: pick(each.name, language) })),
  ]
  return (
    <fieldset className="priority" disabled={props.locked}>
      <legend>
        {t('priority')} <small>{t('priorityHint')}</small>
      </legend>
      {choices.map((choice) => (
        <button
          key={choice.id ?? 'none'}
          type="button"
          className="choice"
          aria-pressed={choice.id === props.chosen}
          onClick={() => props.choose(choice.id)}
        >
          {choice.name}
        </button>
      ))}
    </fieldset>
  )
}
