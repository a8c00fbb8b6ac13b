/** 一件事: one number for several services, which the visit goes through one after the other. */
import type { KioskView } from '../../protocol/views.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { BackKeys, Frame } from './frame.tsx'
import type { Common } from './kiosk.tsx'
import { useT } from './texts.ts'
import { TileGrid, usePages } from './tiles.tsx'
import { useTake } from './use-take.ts'

export function MattersPage(props: Common & { view: KioskView }) {
  const { view, shape } = props
  const t = useT()
  const { language } = useLanguage()
  const taking = useTake({ ...props, from: { name: 'matters' } })
  const { shown, capacity, keys } = usePages(view.matters, shape.matters)
  const comma = language === 'zh' ? '、' : ', '
  return (
    <Frame
      title={t('mattersTitle')}
      head={<p className="head-note">{t('mattersHint')}</p>}
      foot={<BackKeys secondsLeft={props.secondsLeft} goHome={props.goHome} />}
    >
      <p className="body-alert" role="alert">
        {taking.failure}
      </p>
      <TileGrid capacity={capacity}>
        {shown.map(({ matterId, name, serviceNames }) => (
          <li key={matterId}>
            <button
              type="button"
              className="tile tile-matter"
              disabled={taking.state === 'sending'}
              onClick={() => taking.take({ matterId }, null)}
            >
              <span className="tile-name">{pick(name, language)}</span>
              <span className="tile-note">
                {t('matterServices', {
                  count: serviceNames.length,
                  names: serviceNames.map((each) => pick(each, language)).join(comma),
                })}
              </span>
              <b className="tile-take">{t(taking.state === 'sending' ? 'taking' : 'take')}</b>
            </button>
          </li>
        ))}
      </TileGrid>
      {keys}
    </Frame>
  )
}
