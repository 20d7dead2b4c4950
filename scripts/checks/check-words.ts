import { en } from '../../sandbox/src/pages/words/en.ts'
import { nl } from '../../sandbox/src/pages/words/nl.ts'
import { comparePairs, type Pair } from './compare-words.ts'
import { listFiles, readJson, readReasons } from './source-files.ts'

const exceptionsFile = 'scripts/checks/same-in-both-languages.json'

/** Every text exists in English and in Dutch, with the same placeholders, and is really translated. */
export function checkWords(root: string): string[] {
  const sandbox: Pair = { name: 'sandbox/src/pages/words/nl.ts', en, nl }
  return comparePairs([...readCatalogues(root), sandbox], readReasons(root, exceptionsFile))
}

/** `x.en.json` stands beside `x.nl.json` in the slice that shows the texts. */
export function readCatalogues(root: string): Pair[] {
  const files = listFiles(root, 'app/src', /\.(en|nl)\.json$/)
  const names = new Set(files.map(file => file.replace(/\.(en|nl)\.json$/, '')))
  const readOrEmpty = (file: string) => (files.includes(file) ? readJson(root, file) : {})
  return [...names].map(name => ({
    name: `${name}.nl.json`,
    en: readOrEmpty(`${name}.en.json`),
    nl: readOrEmpty(`${name}.nl.json`),
  }))
}
