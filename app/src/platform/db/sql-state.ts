/** A plan was asked for by a name that this session of the server does not know. */
export const UNKNOWN_PLAN = '26000'

export function isSqlState(error: unknown, state: string): boolean {
  return error instanceof Error && 'code' in error && error.code === state
}

/** What was to be stored is of a kind that no column takes, now or later (SQLSTATE class 22). */
export function isDataError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^22...$/.test(error.code)
}
