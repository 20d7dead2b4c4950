import { personIdFor } from '../../behaviours/members.ts'
import { refuseAccess } from '../authenticate.ts'
import { project } from '../batch.ts'
import { clientIdOf, type Resource } from '../resource.ts'

/** Who the token belongs to, under the id that only this application knows him by. */
export const me: Resource = {
  path: 'me',
  token: 'member',
  methods: {
    get: request => {
      const { memberId } = request.caller.token
      const member = memberId === null ? undefined : request.sandbox.store.members.find(memberId)
      if (member === undefined || member.closedAt !== null) throw refuseAccess(request.call)
      const record = {
        id: personIdFor(clientIdOf(request), member.memberId),
        localizedFirstName: member.firstName,
        localizedLastName: member.lastName,
      }
      return { status: 200, body: project(request.call, record) }
    },
  },
}
