const MAX_WORDS = 8

/** What somebody typed in a search box, word by word. Quotes and commas around a word say nothing. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;"“”]+/)
    .filter(word => word !== '')
    .slice(0, MAX_WORDS)
}

/**
 * For LIKE on a search text, which starts with a space: the word anywhere, with nothing in it taken as a wildcard.
 * One or two letters anywhere would fit nearly everything, and no index would help: they have to begin a word.
 */
export function searchPattern(word: string): string {
  const escaped = word.replace(/[\\%_]/g, '\\$&')
  return word.length < 3 ? `% ${escaped}%` : `%${escaped}%`
}
