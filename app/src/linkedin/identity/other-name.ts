/** What a member shows of his name; null is hidden. */
export interface PartOfName {
  firstName: string | null
  lastName: string | null
}

/**
 * Are these two names of two people? First names that begin alike may be a nickname or an initial, last names with a word in
 * common may be one before and after a marriage. A part that is hidden says nothing.
 */
export function isOtherName(one: PartOfName, other: PartOfName): boolean {
  return (
    !beginAlike(wordsOf(one.firstName), wordsOf(other.firstName)) ||
    !share(wordsOf(one.lastName), wordsOf(other.lastName))
  )
}

function beginAlike(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [one[0], other[0]]
  return first === undefined || second === undefined || first[0] === second[0]
}

/** An initial stands for any name that begins with it. */
function share(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return true
  return one.some(word => other.some(that => word === that || isInitial(word, that) || isInitial(that, word)))
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short)
}

/** Small words such as "van" and "de" are shared by people who have nothing else in common. */
const small = new Set(['van', 'de', 'den', 'der', 'het', 'te', 'ten', 'ter', 'von', 'la', 'le', 'el', 'da', 'di'])

function wordsOf(text: string | null): string[] {
  const plain = (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter(word => !small.has(word))
  return telling.length > 0 ? telling : [...words]
}
