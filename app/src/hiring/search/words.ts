const MAX_WORDS = 8

/** What somebody typed in a search box, word by word. Quotes and commas around a word say nothing. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[\s,;"“”]+/)
    .filter(word => word !== '')
    .slice(0, MAX_WORDS)
}

/** For LIKE: the word anywhere, with nothing in it taken as a wildcard. */
export function likePattern(word: string): string {
  return `%${escapeLike(word)}%`
}

/** For LIKE: the beginning of a word, in a text that starts with a space. */
export function wordStartPattern(word: string): string {
  return `% ${escapeLike(word)}%`
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}
