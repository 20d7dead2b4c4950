import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export function candidateQuery(candidateId: string) {
  return queryOptions({
    queryKey: ['candidate', candidateId],
    queryFn: () => answer(api.candidates[':id'].$get({ param: { id: candidateId } })),
  })
}

export function nameOf(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`
}
