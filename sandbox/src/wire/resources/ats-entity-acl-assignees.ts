import {
  entityAclAssigneeCriteriaSchema,
  entityAclAssigneeKeySchema,
  entityAclAssigneeRecordSchema,
} from '@lodestone/rsc/ats-entity-acl-assignees'
import { putEntityAclAssignee, removeEntityAclAssignee } from '../../behaviours/acls.ts'
import { answerBatchDelete, answerBatchWrite, compositeKeys } from '../batch.ts'
import { answerPage, clientIdOf, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { beginAclBatch, checkMayUseAcls, readCriteria } from './acl-access.ts'

const keys = compositeKeys(entityAclAssigneeKeySchema)

export const atsEntityAclAssignees: Resource = {
  path: 'atsEntityAclAssignees',
  token: 'child',
  quotaName: 'atsEntityAclAssignees',
  methods: {
    batch_update: request =>
      answerBatchWrite(request.call, keys, {
        begin: batch => beginAclBatch(request, 'atsEntityAclAssignees', batch),
        write: ({ dataProvider: _, ...key }, entity) => {
          readRecord(entityAclAssigneeRecordSchema, entity)
          putEntityAclAssignee(request.sandbox, { ...key, clientId: clientIdOf(request) })
        },
      }),
    batch_delete: request =>
      answerBatchDelete(request.call, keys, {
        begin: batch => beginAclBatch(request, 'atsEntityAclAssignees', batch),
        remove: ({ dataProvider: _, ...key }) =>
          removeEntityAclAssignee(request.sandbox, { ...key, clientId: clientIdOf(request) }),
      }),
    'finder criteria': findAssignees,
  },
}

/** All lists on which one person stands. */
function findAssignees(request: WireRequest) {
  const criteria = readCriteria(request, entityAclAssigneeCriteriaSchema)
  checkMayUseAcls(request, criteria.integrationContext)
  const assignees = request.sandbox.store.entityAclAssignees.list(
    each =>
      each.clientId === clientIdOf(request) &&
      each.integrationContext === criteria.integrationContext &&
      each.assignee === criteria.assignee,
  )
  return answerPage(
    request,
    assignees.map(({ clientId: _, memberId: __, ...assignee }) => ({ ...assignee, dataProvider: 'ATS' })),
  )
}
