import { z } from 'zod'

/** Six digits of the app, or a recovery code. */
export const codeInput = z.object({ code: z.string().trim().min(1).max(40) })

export const passwordInput = z.object({ current: z.string().min(1).max(128) })

export const setUpAnswer = z.object({ secret: z.string(), uri: z.string() })

/** Shown once; only their hashes are kept. */
export const recoveryCodesAnswer = z.object({ recoveryCodes: z.array(z.string()) })

export const twoStepState = z.object({
  on: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** The company that this session works in wants it. */
  required: z.boolean(),
})
