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
    .flatMap(name => namedTexts(readFileSync(path.join(source, name), 'utf8')).map(key => `${name}: ${key}`))
    .filter(line => !isKnown(line.slice(line.indexOf(': ') + 2)))
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

/** `t('a.b')` with the file's own namespace in front; keys put together at run time are left out. */
function namedTexts(code: string): string[] {
  const namespace = /useTranslation\(\[?'([\w-]+)'/.exec(code)?.[1] ?? 'ui'
  return [...code.matchAll(/\bt\('([^']+)'|i18nKey="([^"]+)"/g)].map(match => {
    const key = match[1] ?? match[2] ?? ''
    return key.includes(':') ? key : `${namespace}:${key}`
  })
}

function isKnown(key: string): boolean {
  return ['', '_one', '_other', '_zero'].some(ending => english.has(key + ending))
}
