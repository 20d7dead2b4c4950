import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export const companySignInQuery = queryOptions({
  queryKey: ['company-sign-in'],
  queryFn: () => answer(api['company-sign-in'].$get()),
})
