import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function poolQuery(poolId: string) {
  return queryOptions({
    queryKey: ['talentPool', poolId],
    queryFn: () => answer(api['talent-pools'][':id'].$get({ param: { id: poolId } })),
  })
}
