import { z } from 'zod'
import { personName } from '../../hiring/users/users.shapes.ts'
import { delivery } from '../delivery/delivery-reason.shapes.ts'

export const exportOutcomes = ['arrived', 'joined', 'refused', 'failed'] as const

/** Why an export was refused or failed. The browser words cause and remedy. */
export const exportCauses = [
  'jobUnknown',
  'jobNotActive',
  'jobClosed',
  'prospectOff',
  'exporterUnknown',
  'exporterNotOnTeam',
  'exporterExcludedFromProspects',
  'alreadyOnJob',
  'personErased',
  'requestExpired',
  'linkedinRefused',
  'linkedinUnreachable',
  'unreadable',
  'notFetched',
  'notStored',
] as const

export const exportReceipt = z.object({
  id: z.string(),
  outcome: z.enum(exportOutcomes),
  cause: z.enum(exportCauses).nullable(),
  personName: z.string().nullable(),
  headline: z.string().nullable(),
  jobReference: z.string().nullable(),
  jobId: z.string().nullable(),
  jobTitle: z.string().nullable(),
  candidateId: z.string().nullable(),
  applicationId: z.string().nullable(),
  exporter: personName.nullable(),
  exportedAt: z.string().nullable(),
  receivedAt: z.string(),
  settledAt: z.string(),
})
export type ExportReceipt = z.infer<typeof exportReceipt>

export const exportReceiptFilter = z.object({
  jobId: z.string().optional(),
  /** `visit`: only what came in since my last visit to Home. */
  since: z.enum(['visit']).optional(),
  /** Leave out those I have closed. */
  open: z.enum(['true']).optional(),
  /** `good`: arrived or joined. `bad`: refused or failed. */
  outcome: z.enum(['good', 'bad']).optional(),
})
export type ExportReceiptFilter = z.infer<typeof exportReceiptFilter>

export const whyNoExport = [
  'notConnected',
  'connectionExpired',
  'noSeat',
  'excludedFromProspects',
  'roleMayNot',
  'userInactive',
  'accessWaiting',
  'accessRefused',
] as const

/** The job header's answer to "who can export to this job?", name by name. */
export const jobInLinkedIn = z.object({
  level: z.enum(['off', 'company', 'contract']),
  visible: z.boolean(),
  /** Set when not visible. */
  whyNot: z.enum(['off', 'notActive', 'closed', 'prospectOff', 'waiting', 'refused']).nullable(),
  delivery: delivery.nullable(),
  lastSyncAt: z.string().nullable(),
  people: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      canExport: z.boolean(),
      why: z.enum(whyNoExport).nullable(),
      /** A reminder helps only for what the person can mend alone. */
      canRemind: z.boolean(),
      remindedAt: z.string().nullable(),
    }),
  ),
})
export type JobInLinkedIn = z.infer<typeof jobInLinkedIn>

export const newReminder = z.object({ userId: z.string() })
