/** What LinkedIn finds only when it evaluates a job: the task then fails, while the call itself had succeeded. */
export function findJobEvaluationFailure(posting: Readonly<Record<string, unknown>>): string | null {
  const text = (name: string) => (typeof posting[name] === 'string' ? posting[name] : '')
  if (text('description').length < 100) return 'Job description length should be at least 100 characters.'
  if (!isWebAddress(text('companyApplyUrl'))) return `Invalid companyApplyUrl: ${text('companyApplyUrl')}`
  const location = posting.location
  if (typeof location === 'string' && !isLocation(location, isRemote(posting))) return `Invalid location: ${location}`
  return null
}

/** CITY, STATE, COUNTRY and its shorter forms, or POSTALCODE, COUNTRYCODE. A bare COUNTRY is for remote jobs only. */
function isLocation(location: string, mayBeCountry: boolean): boolean {
  const parts = location.split(',').map(part => part.trim())
  if (parts.some(part => part === '')) return false
  return parts.length === 2 || parts.length === 3 || (mayBeCountry && parts.length === 1)
}

function isRemote(posting: Readonly<Record<string, unknown>>): boolean {
  const types = posting.workplaceTypes
  return Array.isArray(types) && types[0] === 'Remote'
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ''
}
