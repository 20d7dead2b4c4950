const QUOTES = /["“”„‟«»″]/g
const LAST_WORD = /^(?<before>(?:.*[\s(])?-?)(?<word>[^\s()"“”„‟«»″*]*[\p{L}\p{N}+#])$/su

/** For a list that follows while somebody types: the last word may go on, or be whole with a slip in it. */
export function whileTyping(text: string): string {
  const typed = text.trim()
  const { before = '', word } = LAST_WORD.exec(typed)?.groups ?? {}
  const isInsideQuotes = (typed.match(QUOTES) ?? []).length % 2 === 1
  if (word === undefined || isInsideQuotes || /^(AND|OR|NOT)$/.test(word)) return typed
  return `${before}(${word} OR ${word}*)`
}
