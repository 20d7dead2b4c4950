import { z } from 'zod'

/** Who works with LinkedIn here, for administrators. */
export const connectedUser = z.object({
  userId: z.string(),
  name: z.string(),
  roles: z.array(z.enum(['administrator', 'recruiter', 'hiring_manager', 'read_only'])),
  connection: z.enum(['connected', 'expired', 'none']),
  connectedAt: z.string().nullable(),
  /** `unknown`: without a connection, or below contract level, LinkedIn does not tell. */
  seat: z.enum(['found', 'missing', 'unknown']),
  canRemind: z.boolean(),
  remindedAt: z.string().nullable(),
})
export type ConnectedUser = z.infer<typeof connectedUser>

export const connectedUsers = z.object({
  level: z.enum(['off', 'company', 'contract']),
  /** Recruiters and hiring managers, by their roles here or on a job. */
  users: z.array(connectedUser),
  /** Active seats on the contract that belong to nobody who is connected here. Their holders may still have to connect. */
  unclaimedSeats: z.array(z.object({ seatUrn: z.string(), name: z.string() })),
  seatsReadAt: z.string().nullable(),
})
export type ConnectedUsers = z.infer<typeof connectedUsers>
