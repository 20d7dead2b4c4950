import { z } from 'zod'

/** Why a record is not with LinkedIn as it is here. The browser words cause and remedy. */
const causes = [
  'descriptionTooShort',
  'descriptionTooLong',
  'fieldNotFit',
  'noAddress',
  'gateClosed',
  'refused',
  'failedThere',
  'unanswered',
  'unfinished',
  'forgotten',
  'otherOperation',
  'noPermission',
  'parentMissing',
  'parentNotThere',
  'clockAhead',
  'remark',
  'paused',
] as const

export const jobFields = ['title', 'description', 'location'] as const
export type JobField = (typeof jobFields)[number]

export const deliveryReason = z.object({
  cause: z.enum(causes),
  /** LinkedIn's own words, in its own language. */
  words: z.string().nullable(),
  /** What to mend on the job, where that is known. */
  field: z.enum(jobFields).nullable(),
  /** How many characters a description has. */
  count: z.number().nullable(),
})
export type DeliveryReason = z.infer<typeof deliveryReason>

/** How far a record is with LinkedIn. */
export const delivery = z.object({
  state: z.enum(['accepted', 'waiting', 'refused']),
  /** LinkedIn holds it, and not as it is here now. */
  isOlder: z.boolean(),
  reason: deliveryReason.nullable(),
  /** Set while it waits for a reason. */
  nextTryAt: z.string().nullable(),
})
export type Delivery = z.infer<typeof delivery>

export function reasonOf(
  cause: DeliveryReason['cause'],
  { words = null, field = null, count = null }: Partial<Omit<DeliveryReason, 'cause'>> = {},
): DeliveryReason {
  return { cause, words, field, count }
}

/** As the ledger holds it. A reason from before it had a shape is LinkedIn's words. */
export function parseReason(text: string): DeliveryReason {
  try {
    return deliveryReason.parse(JSON.parse(text))
  } catch {
    return reasonOf('refused', { words: text })
  }
}

/** LinkedIn's words often name the field that it does not take. */
export function fieldNamedIn(words: string | null): JobField | null {
  return jobFields.find(field => words?.toLowerCase().includes(field)) ?? null
}
