import type { EntityAcl, EntityAclAssignee } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { entityAclAssigneeIdOf, entityAclIdOf } from '../store.ts'
import { findMemberByPersonUrn } from './members.ts'

const ACLS_PER_PERSON = 10

/** A list may name a job that LinkedIn does not know yet: both are the ATS's own ids. */
export function putEntityAcl(sandbox: Sandbox, acl: EntityAcl): void {
  sandbox.store.entityAcls.put(acl)
}

export function removeEntityAcl(sandbox: Sandbox, acl: EntityAcl): void {
  if (!sandbox.store.entityAcls.remove(entityAclIdOf(acl))) {
    throw new Refusal(404, 'unknown-acl', 'The entity ACL does not exist.')
  }
}

export function putEntityAclAssignee(sandbox: Sandbox, assignee: Omit<EntityAclAssignee, 'memberId'>): void {
  const member = findMemberByPersonUrn(sandbox, assignee.clientId, assignee.assignee)
  if (member === undefined) {
    throw new Refusal(400, 'unknown-assignee', `${assignee.assignee} is not a member known to this application.`)
  }
  const lists = listAclsOfMember(sandbox, { ...assignee, memberId: member.memberId })
  if (!lists.has(assignee.atsEntityAclId) && lists.size >= ACLS_PER_PERSON) {
    throw new Refusal(
      400,
      'too-many-acls',
      `${assignee.assignee} is already assigned to ${ACLS_PER_PERSON} ACLs, which is the maximum.`,
    )
  }
  sandbox.store.entityAclAssignees.put({ ...assignee, memberId: member.memberId })
}

export function removeEntityAclAssignee(sandbox: Sandbox, assignee: Omit<EntityAclAssignee, 'memberId'>): void {
  if (!sandbox.store.entityAclAssignees.remove(entityAclAssigneeIdOf(assignee))) {
    throw new Refusal(404, 'unknown-assignee', 'The entity ACL assignee does not exist.')
  }
}

/** Whether a member may see this entity because he stands on one of its lists. */
export function isOnAccessList(
  sandbox: Sandbox,
  question: { clientId: string; integrationContext: string; memberId: string; atsEntityId: string },
): boolean {
  return listOnAccessLists(sandbox, question).has(question.atsEntityId)
}

/** The jobs, by the ATS's own ids, on whose lists a member stands. */
export function listOnAccessLists(
  sandbox: Sandbox,
  person: { clientId: string; integrationContext: string; memberId: string },
): ReadonlySet<string> {
  const own = listAclsOfMember(sandbox, person)
  const opened = sandbox.store.entityAcls.list(
    acl =>
      acl.clientId === person.clientId &&
      acl.integrationContext === person.integrationContext &&
      own.has(acl.atsEntityAclId),
  )
  return new Set(opened.map(acl => acl.atsEntityId))
}

function listAclsOfMember(
  sandbox: Sandbox,
  person: { clientId: string; integrationContext: string; memberId: string },
): ReadonlySet<string> {
  const own = sandbox.store.entityAclAssignees.list(
    each =>
      each.clientId === person.clientId &&
      each.integrationContext === person.integrationContext &&
      each.memberId === person.memberId,
  )
  return new Set(own.map(each => each.atsEntityAclId))
}
