type Values = Record<string, string | string[]>

/** Addresses people can read: plain words, no JSON. A name that occurs several times has a list of values. */
export function parseSearch(search: string): Values {
  const params = new URLSearchParams(search)
  const parsed: Values = {}
  for (const name of params.keys()) {
    const values = params.getAll(name)
    parsed[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return parsed
}

/** Empty values leave the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search)
    .flatMap(([name, value]) => [value].flat().map(one => [name, one] as const))
    .filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** For `validateSearch`: keeps these parameters, all optional texts, and drops strangers. */
export function pick<const Name extends string>(
  ...names: Name[]
): (search: Record<string, unknown>) => { [K in Name]?: string } {
  return search => {
    const picked: { [K in Name]?: string } = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value !== '') picked[name] = value
    }
    return picked
  }
}

/** The same for parameters that may occur several times. */
export function pickLists<const Name extends string>(
  ...names: Name[]
): (search: Record<string, unknown>) => { [K in Name]?: string[] } {
  return search => {
    const picked: { [K in Name]?: string[] } = {}
    for (const name of names) {
      const values = [search[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '')
      if (values.length > 0) picked[name] = values
    }
    return picked
  }
}
