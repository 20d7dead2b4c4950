export interface Pair {
  name: string
  en: unknown
  nl: unknown
}

type Text = string | ((...values: unknown[]) => unknown)

/** Compares catalogues in two languages; `same` lists the texts that may read alike, each with a reason. */
export function comparePairs(pairs: readonly Pair[], same: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>()
  const violations = pairs.flatMap(({ name, en, nl }) => {
    const [english, dutch] = [flatten(en), flatten(nl)]
    return [...new Set([...english.keys(), ...dutch.keys()])].flatMap(key => {
      const [there, here] = [english.get(key), dutch.get(key)]
      if (there === undefined) return [`${name}: ${key} has no English text.`]
      if (here === undefined) return [`${name}: ${key} has no Dutch text.`]
      return compareTexts(`${name}: ${key}`, sample(there), sample(here), same, seen)
    })
  })
  const unused = [...same.keys()].filter(text => !seen.has(text))
  return [
    ...violations,
    ...unused.map(text => `“${text}” is excepted from translation and no longer read alike: remove it.`),
  ]
}

function compareTexts(
  where: string,
  english: string,
  dutch: string,
  same: ReadonlyMap<string, string>,
  seen: Set<string>,
): string[] {
  if (!english.trim() || !dutch.trim()) return [`${where} is empty.`]
  const [wanted, found] = [placeholders(english), placeholders(dutch)]
  if (wanted !== found)
    return [`${where} fills in ${found || 'nothing'} where English fills in ${wanted || 'nothing'}.`]
  const informal = /\b(jij|jou|jouw|jullie|je)\b/i.exec(dutch)
  if (informal) return [`${where} says “${informal[0]}”: Dutch texts say u.`]
  if (english !== dutch || !/\p{L}/u.test(english.replaceAll(placeholder, ''))) return []
  seen.add(english)
  return same.has(english)
    ? []
    : [`${where} is “${english}” in both languages: translate it, or list it with a reason.`]
}

const placeholder = /\{\{\s*-?\s*([\w.]+)[^}]*\}\}|\b7\d\b/g

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(placeholder)].map(match => match[1] ?? match[0]))].sort().join(', ')
}

/** A text that is a function is called with recognisable values, so that it can be compared like any other. */
function sample(text: Text): string {
  if (typeof text === 'string') return text
  return String(text(...Array.from({ length: text.length }, (_none, position) => String(71 + position))))
}

function flatten(value: unknown, path = ''): Map<string, Text> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (isText(value)) return new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([key, part]) => [...flatten(part, path ? `${path}.${key}` : key)]))
}

function isText(value: unknown): value is (...values: unknown[]) => unknown {
  return typeof value === 'function'
}
