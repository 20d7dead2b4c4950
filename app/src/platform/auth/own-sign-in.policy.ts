import { notAllowed } from '../errors.ts'

/**
 * Password and second step are the person's own, wherever he works. A company decides whom it vouches for, so its word must
 * not open them: it could lock somebody out of other companies, or use up his attempts.
 */
export function refuseVouched({ vouchedBy }: { vouchedBy: string | null }): void {
  if (vouchedBy === null) return
  throw notAllowed(
    'signIn.ownOnly',
    'Your company signed you in, which does not open your own password and second step. ' +
      'Sign in with your password to change them.',
  )
}
