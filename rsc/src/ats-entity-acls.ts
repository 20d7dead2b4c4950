import { z } from 'zod'
import { organizationUrnSchema } from './urns.ts'

/** The key of one entity on one access list. Only jobs can be on a list. Source: rsc-sync 1.4 and 15. */
export const entityAclKeySchema = z.strictObject({
  atsEntityAclId: z.string().min(1),
  atsEntityId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** `atsEntityId` is the `externalJobPostingId` of the job; `atsEntityAclId` is our id of the list. */
export type EntityAclKey = z.infer<typeof entityAclKeySchema>

/** The record itself is an empty object: the key is the data. Source: rsc-sync 15. */
export const entityAclRecordSchema = z.strictObject({})

/** The criteria that find the lists of one job. Source: rsc-sync 15. */
export const entityAclCriteriaSchema = z.strictObject({
  atsEntityId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** The criteria that find the lists of one job. */
export type EntityAclCriteria = z.infer<typeof entityAclCriteriaSchema>
