interface Named {
  userId: string
  name: string
}

/** First names, and the whole name where two people share the first. */
export function shortNames(people: readonly Named[]): Map<string, string> {
  const firstOf = (name: string) => name.split(' ')[0] ?? name
  const times = new Map<string, number>()
  for (const { name } of people) times.set(firstOf(name), (times.get(firstOf(name)) ?? 0) + 1)
  return new Map(
    people.map(({ userId, name }) => [userId, times.get(firstOf(name)) === 1 ? firstOf(name) : name] as const),
  )
}

/** "Sanne, Joris", or in a sentence "Sanne and Joris". */
export function listNames(names: readonly string[], language: string, type: 'unit' | 'conjunction' = 'unit'): string {
  const style = type === 'unit' ? 'short' : 'long'
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type, style }).format(names)
}
