import type { AppRole } from '../../app/src/platform/actor.ts'

export interface DemoUser {
  firstName: string
  lastName: string
  roles: AppRole[]
  /** What the sign-in page says about this person. */
  what: string
  /** Has connected an own LinkedIn account before the story begins. */
  connected?: true
}

export interface DemoInstance {
  name: string
  instanceName: string
  jobPrefix: string
  emailDomain: string
  linkedin?: { organization: string; contract: string; level: 'company' | 'contract' }
  users: DemoUser[]
}

export const demoPassword = 'lodestone-demo'

const organization = 'urn:li:organization:4102938'

const sanne: DemoUser = {
  firstName: 'Sanne',
  lastName: 'de Wit',
  roles: ['recruiter'],
  what: 'Recruiter, LinkedIn connected. Start here.',
  connected: true,
}
const petra: DemoUser = {
  firstName: 'Petra',
  lastName: 'Kuiper',
  roles: ['administrator', 'recruiter'],
  what: 'Administrator of both instances',
}

export const nederland: DemoInstance = {
  name: 'Tulpenveld BV',
  instanceName: 'Tulpenveld Nederland',
  jobPrefix: 'TV',
  emailDomain: 'tulpenveld.example',
  linkedin: { organization, contract: 'urn:li:contract:771203', level: 'contract' },
  users: [
    petra,
    sanne,
    {
      firstName: 'Joris',
      lastName: 'Hoekstra',
      roles: ['recruiter'],
      what: 'Recruiter, LinkedIn connected',
      connected: true,
    },
    { firstName: 'Meike', lastName: 'Bos', roles: ['hiring_manager'], what: 'Hiring manager, not yet connected' },
    {
      firstName: 'Tom',
      lastName: 'Aarts',
      roles: ['hiring_manager'],
      what: 'Hiring manager without a Recruiter seat',
      connected: true,
    },
    { firstName: 'Els', lastName: 'van Rijn', roles: ['recruiter'], what: 'Recruiter, not yet connected' },
    { firstName: 'Bram', lastName: 'Smeets', roles: [], what: 'Interviewer' },
    { firstName: 'Iris', lastName: 'Kolen', roles: ['read_only'], what: 'Reads everything, changes nothing' },
  ],
}

export const belgie: DemoInstance = {
  name: 'Tulpenveld BV',
  instanceName: 'Tulpenveld België',
  jobPrefix: 'TV',
  emailDomain: 'tulpenveld.example',
  linkedin: { organization, contract: 'urn:li:contract:771204', level: 'company' },
  users: [petra, sanne],
}

export const polderlogistiek: DemoInstance = {
  name: 'Polderlogistiek',
  instanceName: 'Polderlogistiek',
  jobPrefix: 'PL',
  emailDomain: 'polderlogistiek.example',
  users: [
    {
      firstName: 'Ruben',
      lastName: 'Postma',
      roles: ['administrator', 'recruiter'],
      what: 'Administrator of another company, LinkedIn not set up',
    },
    { firstName: 'Yara', lastName: 'El Idrissi', roles: ['recruiter'], what: 'Recruiter of another company' },
  ],
}

export function emailOf(user: Pick<DemoUser, 'firstName' | 'lastName'>, domain: string): string {
  return `${user.firstName}.${user.lastName.replaceAll(' ', '.')}@${domain}`.toLowerCase()
}
