import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { mergeCatalogues, type Texts } from './merge.ts'

const source = path.join(import.meta.dirname, '..', '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))

const english = readTexts('en')
const dutch = readTexts('nl')

test('Dutch and English have the same texts, with the same values in them', () => {
  expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort())
  for (const [key, text] of english) {
    expect([key, valuesIn(dutch.get(key) ?? '')]).toEqual([key, valuesIn(text)])
  }
})

test('no text is empty, and no Dutch one says je or jij', () => {
  for (const [key, text] of [...english, ...dutch]) expect([key, text.trim()]).not.toEqual([key, ''])
  for (const [key, text] of dutch) expect([key, /\b(je|jij|jou|jouw)\b/i.test(text)]).toEqual([key, false])
})

test('every text that a screen names exists', () => {
  const missing = files
    .filter(name => name.endsWith('.tsx'))
    .flatMap(name => missingTexts(readFileSync(path.join(source, name), 'utf8')).map(key => `${name}: ${key}`))
  expect(missing).toEqual([])
})

function readTexts(language: string): Map<string, string> {
  const names = files.filter(name => name.endsWith(`.${language}.json`))
  expect(names.length).toBeGreaterThan(0)
  const catalogues = Object.fromEntries(
    names.map((name): [string, Texts] => [name, JSON.parse(readFileSync(path.join(source, name), 'utf8'))]),
  )
  return new Map(Object.entries(mergeCatalogues(catalogues)).flatMap(([namespace, texts]) => flatten(texts, namespace)))
}

function flatten(texts: Texts, prefix: string): [string, string][] {
  const joint = prefix.includes(':') ? '.' : ':'
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${joint}${key}`, value]] : flatten(value, `${prefix}${joint}${key}`),
  )
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)>/g)].map(match => match[0]).sort()
}

/** `t('a.b')` in one of the file's namespaces; keys put together at run time are left out. */
function missingTexts(code: string): string[] {
  const namespaces = [...code.matchAll(/useTranslation\(\[?'([\w-]+)'/g)].map(match => match[1] ?? 'ui')
  const keys = [...code.matchAll(/\bt\('([^']+)'|i18nKey="([^"]+)"/g)].map(match => match[1] ?? match[2] ?? '')
  return keys.filter(key => {
    const places = key.includes(':')
      ? [key]
      : (namespaces.length > 0 ? namespaces : ['ui']).map(name => `${name}:${key}`)
    return !places.some(isKnown)
  })
}

function isKnown(key: string): boolean {
  return ['', '_zero', '_one', '_other'].some(ending => english.has(key + ending))
}
