import { fetchExportedCandidate } from '../../behaviours/exported-candidates.ts'
import { answerPage, clientIdOf, type Resource } from '../resource.ts'
import { readParameters } from '../wire-call.ts'

export const exportedCandidates: Resource = {
  path: 'exportedCandidates',
  token: 'child',
  methods: {
    'finder request': request => {
      const requestId = readParameters(request.call).get('requestId') ?? ''
      return answerPage(request, [fetchExportedCandidate(request.sandbox, clientIdOf(request), requestId)])
    },
  },
}
