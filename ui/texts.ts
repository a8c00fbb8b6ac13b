/**
 * Words on a screen, in every language of the product. A screen has one `texts.ts`:
 *
 *     export const catalogue = defineCatalogue({ zh: { greeting: '您好' }, en: { greeting: 'Welcome' } })
 *     export const useT = () => useCatalogue(catalogue)
 *
 * A key that one language lacks is a type error. `{{name}}` stands for a value: `t('greeting', { name })`.
 */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language, Text } from '../protocol/vocabulary.ts'

export type Catalogue<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>
export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string

const bundles = new Map<Catalogue<string>, string>()

/** Registers a screen's or a widget's words; zh says which keys there are. */
export function defineCatalogue<Key extends string>(catalogue: Catalogue<Key>): Catalogue<Key> {
  bundles.set(catalogue, `catalogue${bundles.size}`)
  return catalogue
}

/** Starts the words of a page, with all catalogues that were imported; call it before the first render. */
export function startTexts<Key extends string>(catalogue: Catalogue<Key>, language: Language): void {
  if (!bundles.has(catalogue)) defineCatalogue(catalogue)
  const resources: Record<Language, Record<string, Record<string, string>>> = { zh: {}, en: {} }
  for (const [each, name] of bundles) {
    resources.zh[name] = each.zh
    resources.en[name] = each.en
  }
  i18next.on('languageChanged', showLanguage)
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
}

function showLanguage(language: string): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** The words of one catalogue in the language of the moment. */
export function useCatalogue<Key extends string>(catalogue: Catalogue<Key>): Translate<Key> {
  const { t } = useTranslation(bundles.get(catalogue))
  return t as unknown as Translate<Key>
}

/** The language of the moment, and how to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation()
  return {
    language: i18n.language === 'en' ? 'en' : 'zh',
    setLanguage: (language) => void i18n.changeLanguage(language),
  }
}

/** A text of the hall (a service's name …) in one language. */
export function pick(text: Text, language: Language): string {
  return text[language]
}
