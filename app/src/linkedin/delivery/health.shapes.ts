import { z } from 'zod'
import { deliveryReason } from './delivery-reason.shapes.ts'

export const streams = ['state', 'jobs', 'accessLists', 'candidates', 'applications', 'exports', 'seats'] as const

const resource = z.enum([
  'job',
  'acl',
  'acl_assignee',
  'candidate',
  'candidate_notes',
  'application',
  'application_notes',
  'stages',
])

/** Which refused records go to LinkedIn once more: one, or all of them. */
export const replayInput = z.union([
  z.object({ resource, key: z.string().max(500) }),
  z.object({ all: z.literal(true) }),
])
export const replayed = z.object({ count: z.number() })

/** What is known of the traffic with LinkedIn, for administrators. */
export const linkedInHealth = z.object({
  /** Each stream, and when it last went well; null: never yet. */
  streams: z.array(z.object({ stream: z.enum(streams), lastSuccessAt: z.string().nullable() })),
  waiting: z.number(),
  /** Set after failures: nothing is sent before this moment. */
  pausedUntil: z.string().nullable(),
  /** Of the UTC day, by LinkedIn's own names; each has its own limit. */
  calls: z.array(z.object({ endpoint: z.string(), used: z.number(), allowed: z.number() })),
  refusedCount: z.number(),
  /** The latest of them. */
  refused: z.array(
    z.object({
      key: z.string(),
      resource,
      jobId: z.string().nullable(),
      title: z.string().nullable(),
      candidateId: z.string().nullable(),
      candidateName: z.string().nullable(),
      reason: deliveryReason.nullable(),
      at: z.string(),
    }),
  ),
})
export type LinkedInHealth = z.infer<typeof linkedInHealth>
