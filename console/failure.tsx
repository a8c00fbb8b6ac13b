/** What went wrong, in words, where it was asked; an empty place while nothing did. */
import { sentenceOf } from '../ui/api.ts'
import { useLanguage } from '../ui/texts.ts'

export function Failure({ of: error }: { of: unknown }) {
  const { language } = useLanguage()
  return (
    <p className="failure" role="alert">
      {error === null ? '' : sentenceOf(error, language)}
    </p>
  )
}
