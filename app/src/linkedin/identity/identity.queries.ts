import type { Tx } from '../../platform/db/db.ts'

export interface Link {
  personUrn: string
  linkedBy: 'export' | 'profile_url' | 'email' | 'hand' | 'linkedin'
  linkedAt: Date
  /** Whoever linked them by hand. */
  linkedByName: string | null
  profileUrl: string | null
}

export interface Identity {
  link: Link | undefined
  /** Whom people here have unlinked from this candidate. */
  notPersonUrns: string[]
}

/** Who a candidate is at LinkedIn, and who he is not, as far as it is known here. */
export async function readIdentity(tx: Tx, tenantId: string, candidateId: string): Promise<Identity> {
  const link = await tx
    .selectFrom('linkedin_identity as i')
    .leftJoin('app_user as u', join =>
      join.onRef('u.tenant_id', '=', 'i.tenant_id').onRef('u.id', '=', 'i.linked_by_user_id'),
    )
    .select(['i.person_urn', 'i.linked_by', 'i.linked_at', 'i.profile_url', 'u.first_name', 'u.last_name'])
    .where('i.tenant_id', '=', tenantId)
    .where('i.candidate_id', '=', candidateId)
    .executeTakeFirst()
  const apart = await tx
    .selectFrom('linkedin_not_this_person')
    .select('person_urn')
    .where('tenant_id', '=', tenantId)
    .where('candidate_id', '=', candidateId)
    .orderBy('unlinked_at')
    .execute()
  return {
    link: link && {
      personUrn: link.person_urn,
      linkedBy: link.linked_by,
      linkedAt: link.linked_at,
      linkedByName: link.first_name === null ? null : `${link.first_name} ${link.last_name}`,
      profileUrl: link.profile_url,
    },
    notPersonUrns: apart.map(row => row.person_urn),
  }
}
