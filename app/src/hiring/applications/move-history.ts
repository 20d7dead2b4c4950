import { sql } from 'kysely'
import type { Tx } from '../../platform/db/db.ts'
import type { Stage } from '../jobs/jobs.shapes.ts'

export interface Move {
  id: string
  /** Null: the move that brought the person onto the job. */
  fromStageId: string | null
  toStageId: string
  toKind: Stage['kind']
  toName: string
  at: Date
  actor: Record<string, string>
  actorName: string | null
  undoes: string | null
}

/** Over a row with an actor and the `app_user` that he is: a program goes by the name of its token. */
export function nameOfActor(column: 'm.actor' | 'k.actor' | 'k.reopened_by', user: 'u' | 'r' = 'u') {
  const [actor, tenant] = [sql.ref(column), sql.ref(`${column.slice(0, 1)}.tenant_id`)]
  return sql`coalesce(
    case when ${actor} ? 'tokenId' then api_token_name(${tenant}, ${actor} ->> 'tokenId') || ' (API)' end,
    ${sql.ref(`${user}.first_name`)} || ' ' || ${sql.ref(`${user}.last_name`)})`
}

export const moverName = nameOfActor('m.actor')

/** All moves of one application, oldest first: undone ones and their undoing too. */
export async function listMoves(tx: Tx, tenantId: string, applicationId: string): Promise<Move[]> {
  const answer = await sql<Move>`
    select m.id, m.from_stage_id as "fromStageId", m.to_stage_id as "toStageId", s.kind as "toKind", s.name as "toName",
      m.at, m.actor, ${moverName} as "actorName", m.undoes
    from stage_move m
    join stage s on s.tenant_id = m.tenant_id and s.id = m.to_stage_id
    left join app_user u on u.tenant_id = m.tenant_id and u.id = m.actor ->> 'userId'
    where m.tenant_id = ${tenantId} and m.application_id = ${applicationId}
    order by m.application_version`.execute(tx)
  return answer.rows
}

/** The moves that still hold: an undone move never happened, and neither did its undoing. */
export function standingMoves<M extends Pick<Move, 'id' | 'undoes'>>(moves: readonly M[]): M[] {
  const undone = new Set(moves.map(move => move.undoes))
  return moves.filter(move => move.undoes === null && !undone.has(move.id))
}
