import type { AtsDriver, ExamCustomer } from '@lodestone/sandbox/certification/ats-driver'
import { registerCallbackUrl, takeToken } from '@lodestone/sandbox/certification/callback-registration'

export interface LinkedInPlace {
  linkedInUrl: string
  /** Of the customer application under examination. */
  clientId: string
}

export interface Liar {
  id: string
  lie: string
  brokenStep: string
  change: (honest: AtsDriver, place: LinkedInPlace) => Partial<AtsDriver>
}

/** One for each way to break a rule of the set-up. */
export const setUpLiars: Liar[] = [
  {
    id: 'RSC-101',
    lie: 'does not listen to the plugin',
    brokenStep: 'He requests both levels in the plugin; the ATS names all four integrations',
    change: honest => withCustomers(honest, () => ({ tellRequested: async () => undefined })),
  },
  {
    id: 'RSC-101',
    lie: 'gives the integrations a name of somebody else',
    brokenStep: 'He requests both levels in the plugin; the ATS names all four integrations',
    change: honest => ({
      addCustomer: wish => honest.addCustomer({ ...wish, name: wish.name.replace('Exam', 'Other') }),
    }),
  },
  {
    id: 'RSC-101',
    lie: 'forgets the contract',
    brokenStep: 'The ATS has stored the key, the secret, and the URNs of company and contract',
    change: honest =>
      withCustomers(honest, customer => ({
        readStored: async () => ({ ...(await customer.readStored()), contract: null }),
      })),
  },
  {
    id: 'RSC-101',
    lie: 'keeps a wrong secret',
    brokenStep: 'The ATS has stored the key, the secret, and the URNs of company and contract',
    change: honest =>
      withCustomers(honest, customer => ({
        readStored: async () => ({ ...(await customer.readStored()), clientSecret: 'another' }),
      })),
  },
  {
    id: 'RSC-101',
    lie: 'does not show that it was switched on',
    brokenStep: "By itself the administrator's page in the ATS says Enabled",
    change: honest =>
      withCustomers(honest, customer => ({
        readSetUp: async () => {
          const seen = await customer.readSetUp()
          return seen === 'enabled' ? 'partnerReady' : seen
        },
      })),
  },
  {
    id: 'RSC-102',
    lie: 'makes jobs public unasked',
    brokenStep: 'A job goes to LinkedIn as private',
    change: honest =>
      withCustomers(honest, customer => ({
        openJob: async title => {
          await customer.setJobVisibility?.('public')
          return customer.openJob(title)
        },
      })),
  },
  {
    id: 'RSC-102',
    lie: 'does nothing about the choice',
    brokenStep: 'The customer chooses public: the next job goes to LinkedIn as public',
    change: honest => withCustomers(honest, () => ({ setJobVisibility: async () => undefined })),
  },
  {
    id: 'RSC-103',
    lie: 'has one application for all customers',
    brokenStep: 'Each has an application of its own, with a foreign id of its own',
    change: (honest, place) =>
      withCustomers(honest, customer => ({
        readStored: async () => ({ ...(await customer.readStored()), clientId: place.clientId }),
      })),
  },
  {
    id: 'RSC-103',
    lie: 'asks about one customer with the token of another',
    brokenStep: 'Each call of an application is about its own company, and none is forbidden',
    change: (honest, place) =>
      withCustomers(honest, customer => ({
        openJob: async title => {
          const job = await customer.openJob(title)
          const token = await takeToken(place.linkedInUrl, await customer.readStored())
          const query = new URLSearchParams({ q: 'criteria', integrationContext: honest.instance.organization })
          await fetch(`${place.linkedInUrl}/v2/atsEntityAcls?${query}`, {
            headers: { authorization: `Bearer ${token}` },
          })
          return job
        },
      })),
  },
  {
    id: 'RSC-103',
    lie: 'gives everybody to every customer',
    brokenStep: 'At its own door, the second is given nobody who was exported to the first',
    change: honest => withCustomers(honest, () => ({ findCandidates: async () => ['somebody'] })),
  },
  {
    id: 'RSC-104',
    lie: 'listens elsewhere than it told LinkedIn',
    brokenStep: 'CALLBACK_URL is set, and is the one of this instance',
    change: honest => ({ instance: { ...honest.instance, callbackUrl: `${honest.instance.callbackUrl}/elsewhere` } }),
  },
  {
    id: 'RSC-105',
    lie: 'shows the plugin on another origin than it listed',
    brokenStep: 'It holds the origin of that page',
    change: honest => ({
      readPluginPage: async () => ({ ...(await honest.readPluginPage()), url: 'https://elsewhere.example/plugin' }),
    }),
  },
  {
    id: 'RSC-105',
    lie: 'shows the plugin of another customer',
    brokenStep: "The page has LinkedIn's loader and tag, with the key of this customer",
    change: honest => ({
      readPluginPage: async () => {
        const page = await honest.readPluginPage()
        return { ...page, html: page.html.replace(/api_key: \S+/, 'api_key: 77another') }
      },
    }),
  },
  {
    id: 'RSC-106',
    lie: 'fetches a token for every job',
    brokenStep: 'One token was enough for all of its calls',
    change: (honest, place) => ({
      openJob: async wish => {
        await askForToken(honest, place, 'POST')
        return honest.openJob(wish)
      },
    }),
  },
  {
    id: 'RSC-106',
    lie: 'takes two tokens where one was refused',
    brokenStep: 'Refused once with 401: exactly one new token, and the same call again',
    change: (honest, place) => {
      let isAsked = false
      return {
        listPeopleOnJob: async job => {
          if (!isAsked) await askForToken(honest, place, 'POST')
          isAsked = true
          return honest.listPeopleOnJob(job)
        },
      }
    },
  },
  {
    id: 'RSC-106',
    lie: 'writes its secret into an address',
    brokenStep: 'Every token was asked for by POST, with nothing in the address, and given',
    change: (honest, place) => ({
      openJob: async wish => {
        await askForToken(honest, place, 'GET')
        return honest.openJob(wish)
      },
    }),
  },
  {
    id: 'S-03',
    lie: 'takes a new CALLBACK_URL each time',
    brokenStep: 'The ATS told one CALLBACK_URL, the one that LinkedIn holds',
    change: (honest, place) =>
      withCustomers(honest, customer => ({
        tellRequested: async keys => {
          await customer.tellRequested(keys)
          const { organization, ...stored } = await customer.readStored()
          const callbackUrl = `${stored.callbackUrl}?since=${Date.now()}`
          await registerCallbackUrl(place.linkedInUrl, {
            ...stored,
            organization: organization ?? '',
            callbackUrl,
          })
        },
      })),
  },
  {
    id: 'S-03',
    lie: 'sends a job for each time',
    brokenStep: 'Switched on, the job is made at LinkedIn once',
    change: honest =>
      withCustomers(honest, customer => ({
        tellRequested: async keys => {
          await customer.tellRequested(keys)
          await customer.openJob('Once more')
        },
      })),
  },
]

/** An ATS that lies to its new customers. */
function withCustomers(
  honest: AtsDriver,
  change: (customer: ExamCustomer) => Partial<ExamCustomer>,
): Pick<AtsDriver, 'addCustomer'> {
  return {
    addCustomer: async wish => {
      const customer = await honest.addCustomer(wish)
      return { ...customer, ...change(customer) }
    },
  }
}

function askForToken({ instance }: AtsDriver, { linkedInUrl, clientId }: LinkedInPlace, method: 'GET' | 'POST') {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: instance.clientSecret }
  const url = `${linkedInUrl}/oauth/v2/accessToken`
  if (method === 'GET') return fetch(`${url}?${new URLSearchParams(form)}`)
  return fetch(url, { method, body: new URLSearchParams(form) })
}
