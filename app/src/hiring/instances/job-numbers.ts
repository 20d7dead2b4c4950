import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

/** The next visible job id of this company, such as TV-1042. The row lock makes two jobs made at once take turns. */
export async function takeJobNumber(work: Work): Promise<{ number: number; reference: string }> {
  const tenant = await work.tx
    .updateTable('tenant')
    .set({ next_job_number: sql`next_job_number + 1` })
    .where('id', '=', work.tenantId)
    .returning(['job_prefix', 'next_job_number'])
    .executeTakeFirstOrThrow()
  const number = tenant.next_job_number - 1
  return { number, reference: `${tenant.job_prefix}-${number}` }
}
