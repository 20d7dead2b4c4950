/** Addresses people can read: plain words, no JSON. Values are texts; empty ones leave the address. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
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
