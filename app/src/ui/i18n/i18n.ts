import i18next, { type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Catalogues, mergeCatalogues } from './merge.ts'

export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

const languageKey = 'lodestone.language'

/** The last language used here, else the browser's, else English. */
export function findLanguage(): Language {
  const wanted = localStorage.getItem(languageKey) ?? navigator.language.slice(0, 2)
  return languages.find(language => language === wanted) ?? 'en'
}

export async function startLanguages(): Promise<void> {
  const language = findLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await loadCatalogues(language) },
    defaultNS: 'ui',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  showLanguage(language)
}

export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return
  await addCatalogues(language)
  if (isLateWanted) await addLate(language)
  await i18next.changeLanguage(language)
  localStorage.setItem(languageKey, language)
  showLanguage(language)
}

/** Texts for somebody who reads another language than this page has: to be copied and sent. */
export async function textsIn(language: Language, namespace: string): Promise<TFunction> {
  await addCatalogues(language)
  await addLate(language)
  return i18next.getFixedT(language, namespace)
}

let isLateWanted = false

/** Texts of pages that few people open: everybody else's first page does not wait for them. */
export async function addLateCatalogues(): Promise<void> {
  isLateWanted = true
  await addLate(i18next.language)
}

async function addLate(language: string): Promise<void> {
  const chunk = language === 'nl' ? await import('./late-nl.ts') : await import('./late-en.ts')
  for (const [namespace, texts] of Object.entries(mergeCatalogues(chunk.files))) {
    i18next.addResourceBundle(language, namespace, texts, true)
  }
}

async function addCatalogues(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'ui')) return
  for (const [namespace, texts] of Object.entries(await loadCatalogues(language))) {
    i18next.addResourceBundle(language, namespace, texts)
  }
}

async function loadCatalogues(language: Language): Promise<Catalogues> {
  const chunk = language === 'nl' ? await import('./nl.ts') : await import('./en.ts')
  return mergeCatalogues(chunk.files)
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language
}
