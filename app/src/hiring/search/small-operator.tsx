const smallOperators = new Map([
  ['or', 'OR'],
  ['not', 'NOT'],
])
// "Of" is a word of many English titles.
const dutchOperators = new Map([...smallOperators, ['of', 'OR'], ['niet', 'NOT']])

/** A small word between others that was looked for as a word, where somebody may have meant the operator. */
export function findSmallOperator(q: string, language: string): { word: string; operator: string } | undefined {
  const words = q
    .replaceAll(/["“”„‟«»″][^"“”„‟«»″]*["“”„‟«»″]?/g, ' phrase ')
    .split(/[\s()]+/)
    .filter(word => word !== '')
  const operators = language.startsWith('nl') ? dutchOperators : smallOperators
  const word = words.slice(1, -1).find(one => operators.has(one))
  const operator = word && operators.get(word)
  return word && operator ? { word, operator } : undefined
}
