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

/** Over `stage_move m` and its `app_user u`: a program goes by the name of its token. */
export const moverName = sql`coalesce(
  case when m.actor ? 'tokenId' then api_token_name(m.tenant_id, m.actor ->> 'tokenId') || ' (API)' end,
  u.first_name || ' ' || u.last_name)`

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
