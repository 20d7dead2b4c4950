import { z } from 'zod'
import { organizationUrnSchema, personUrnSchema } from './urns.ts'

/** On how many access lists one person may stand. Source: rsc-sync 15. */
export const aclsPerPersonLimit = 10

/** The key of one person on one access list. Source: rsc-sync 1.4 and 15. */
export const entityAclAssigneeKeySchema = z.strictObject({
  assignee: personUrnSchema,
  atsEntityAclId: z.string().min(1),
  atsEntityType: z.literal('JOB_POSTING'),
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** `assignee` is a person URN that this child application got; `atsEntityAclId` is our id of the list. */
export type EntityAclAssigneeKey = z.infer<typeof entityAclAssigneeKeySchema>

/** The record itself is an empty object: the key is the data. Source: rsc-sync 15. */
export const entityAclAssigneeRecordSchema = z.strictObject({})

/** The criteria that find the lists of one person. Source: rsc-sync 15. */
export const entityAclAssigneeCriteriaSchema = z.strictObject({
  assignee: personUrnSchema,
  dataProvider: z.literal('ATS'),
  integrationContext: organizationUrnSchema,
})

/** The criteria that find the lists of one person. */
export type EntityAclAssigneeCriteria = z.infer<typeof entityAclAssigneeCriteriaSchema>
