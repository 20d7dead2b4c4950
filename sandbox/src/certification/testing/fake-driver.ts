import { contract, organization } from '../../testing/customer.ts'
import type { AtsDriver } from '../ats-driver.ts'

/** A driver for rules that ask nothing of it. */
export function fakeDriver(instance: Partial<AtsDriver['instance']>): AtsDriver {
  const person = (name: string) => ({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@tulpenveld.example` })
  return {
    instance: {
      application: { uniqueForeignId: 'tenant-nl' },
      clientSecret: '',
      organization,
      contract,
      callbackUrl: '',
      ...instance,
    },
    people: {
      recruiter: person('Sanne de Wit'),
      hiringManager: person('Meike Bos'),
      interviewer: person('Els van Rijn'),
      colleague: person('Joris Hoekstra'),
      notConnected: null,
    },
    openJob: async () => '',
    draftJob: async () => '',
    closeJob: async () => {},
    removeFromTeam: async () => {},
    listPeopleOnJob: async () => [],
    findCandidates: async () => [],
    readCandidate: async () => ({ headline: null, location: null }),
    editCandidate: async () => {},
    advance: async () => {},
    writeNote: async () => {},
    deleteCandidate: async () => {},
    addCandidate: async () => '',
    readLinkedPerson: async () => null,
    openProfileWidget: async () => {
      throw new Error('This driver has no browser.')
    },
    listExportOutcomes: async () => [],
    untilQuiet: async () => {},
    readPluginPage: async () => ({ url: '', html: '' }),
    addCustomer: async () => {
      throw new Error('This driver has no customers.')
    },
  }
}
