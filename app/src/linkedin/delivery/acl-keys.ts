import type { EntityAclAssigneeKey } from '@lodestone/rsc/ats-entity-acl-assignees'
import type { EntityAclKey } from '@lodestone/rsc/ats-entity-acls'

/**
 * LinkedIn lets a person stand on ten access lists at most. So each user has one list of his own, and all his jobs are on it.
 * A key of the ledger joins the list and what is on it.
 */
export function aclKeyOf(userId: string, jobReference: string): string {
  return join(userId, jobReference)
}

export function assigneeKeyOf(userId: string, personUrn: string): string {
  return join(userId, personUrn)
}

export function toEntityAclKey(key: string, integrationContext: string): EntityAclKey {
  const { listId, entry } = split(key)
  return {
    atsEntityAclId: listId,
    atsEntityId: entry,
    atsEntityType: 'JOB_POSTING',
    dataProvider: 'ATS',
    integrationContext,
  }
}

export function toEntityAclAssigneeKey(key: string, integrationContext: string): EntityAclAssigneeKey {
  const { listId, entry } = split(key)
  return {
    assignee: entry,
    atsEntityAclId: listId,
    atsEntityType: 'JOB_POSTING',
    dataProvider: 'ATS',
    integrationContext,
  }
}

function join(userId: string, entry: string): string {
  return `${userId.replace(/^user_/, 'user-')}/${entry}`
}

function split(key: string): { listId: string; entry: string } {
  const slash = key.indexOf('/')
  return { listId: key.slice(0, slash), entry: key.slice(slash + 1) }
}
