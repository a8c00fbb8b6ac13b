/** What somebody comes for. Many services get a field that narrows them. */
import { useState } from 'react'
import type { BookingOffer } from '../../protocol/appointments.ts'
import { pick, useLanguage } from '../../ui/texts.ts'
import { StepHeading } from './step-heading.tsx'
import { useT } from './texts.ts'

/** More than fit on a phone at once. */
const manyServices = 7

export function ChooseService(props: {
  services: BookingOffer['services']
  onChoose: (serviceId: string) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const [wanted, setWanted] = useState('')
  const words = wanted.toLowerCase().split(/\s+/)
  const found = props.services.filter(({ name }) => {
    const text = `${name.zh} ${name.en}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      <StepHeading step="service" />
      {props.services.length > manyServices && (
        <label className="field">
          {t('findService')}
          <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      )}
      <ul className="services">
        {found.map(({ serviceId, name }) => (
          <li key={serviceId}>
            <button type="button" onClick={() => props.onChoose(serviceId)}>
              {pick(name, language)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{found.length === 0 ? t('noSuchService') : ''}</p>
    </>
  )
}
