import type { AtsDriver } from '@lodestone/sandbox/certification/ats-driver'
import { takeToken } from '@lodestone/sandbox/certification/callback-registration'
import { widget } from '@lodestone/sandbox/certification/exam-widget'
import type { MeasuredDocument, WidgetWindow } from '@lodestone/sandbox/certification/widget-window'
import type { Liar, LinkedInPlace } from './set-up-liars.ts'

/** One for each way to break a rule of the profile widget. */
export const widgetLiars: Liar[] = [
  {
    id: 'TC8',
    lie: 'matches somebody who was invented',
    brokenStep: 'A user opens the profile widget and signs in: it proposes nobody',
    change: honest => ({
      addCandidate: (job, wish) => honest.addCandidate(job, { ...wish, email: 'hanneke.vos@noordpost.example' }),
    }),
  },
  {
    id: 'TC8',
    lie: 'does not listen to the widget',
    brokenStep: 'Both systems have stored whom he chose',
    change: () => ({ readLinkedPerson: async () => null }),
  },
  {
    id: 'TC8',
    lie: 'takes the choice back at LinkedIn when it tells of the candidate',
    brokenStep: 'Both systems have stored whom he chose',
    change: (honest, place) => {
      const told: string[] = []
      return {
        addCandidate: async (job, wish) => {
          const candidateId = await honest.addCandidate(job, wish)
          told.push(candidateId)
          return candidateId
        },
        untilQuiet: async () => {
          await honest.untilQuiet()
          for (const candidateId of told) await takeChoiceBack(honest, place, candidateId)
        },
      }
    },
  },
  {
    id: 'TC8',
    lie: 'loses the link when the page is loaded again',
    brokenStep: 'After loading the page again the link is still there',
    change: honest =>
      withWindow(honest, ({ frame, reload }) => ({
        reload: async () => {
          for (const button of [widget.askToUnlink, widget.unlink]) await frame.press(button)
          await reload()
        },
      })),
  },
  {
    id: 'TC8',
    lie: 'holds on to whom it has once linked',
    brokenStep: 'He unlinks him: neither system holds the link',
    change: honest => {
      let first: string | null = null
      return {
        readLinkedPerson: async id => {
          first ??= await honest.readLinkedPerson(id)
          return first
        },
      }
    },
  },
  {
    id: 'TC9',
    lie: 'shows the profile to whoever has logged out',
    brokenStep: 'He logs out of LinkedIn: its frame asks him to sign in, also when the page is loaded again',
    change: honest =>
      withWindow(honest, ({ frame }) => ({
        frame: { ...frame, press: async selector => (selector === widget.signOut ? undefined : frame.press(selector)) },
      })),
  },
  {
    id: 'TC9',
    lie: 'holds more than fits into the window',
    brokenStep: 'The sign-in fits the page of the ATS',
    change: honest => withWindow(honest, ({ measure }) => ({ measure: async width => widen(await measure(width)) })),
  },
  {
    id: 'TC9',
    lie: 'lets the frame with the profile stick out of its parent',
    brokenStep: 'The profile fits the page of the ATS',
    change: honest =>
      withWindow(honest, ({ frame, measure }) => {
        let hasLeft = false
        let isBack = false
        return {
          frame: {
            ...frame,
            press: async selector => {
              hasLeft ||= selector === widget.signOut
              isBack ||= hasLeft && selector === widget.signIn
              await frame.press(selector)
            },
          },
          measure: async width => (isBack ? shift(await measure(width)) : measure(width)),
        }
      }),
  },
]

function withWindow(
  honest: AtsDriver,
  change: (window: WidgetWindow) => Partial<WidgetWindow>,
): Pick<AtsDriver, 'openProfileWidget'> {
  return {
    openProfileWidget: async (person, candidateId) => {
      const window = await honest.openProfileWidget(person, candidateId)
      return { ...window, ...change(window) }
    },
  }
}

const BY_PIXELS = 40

function widen(documents: readonly MeasuredDocument[]): MeasuredDocument[] {
  return documents.map(each => ({ ...each, scrollWidth: each.scrollWidth + BY_PIXELS }))
}

function shift(documents: readonly MeasuredDocument[]): MeasuredDocument[] {
  return documents.map(each =>
    each.frame === null ? each : { ...each, frame: { ...each.frame, right: each.frame.parentRight + BY_PIXELS } },
  )
}

async function takeChoiceBack({ instance }: AtsDriver, place: LinkedInPlace, candidateId: string): Promise<void> {
  const { organization, clientSecret } = instance
  const token = await takeToken(place.linkedInUrl, { clientId: place.clientId, clientSecret })
  const key = { atsCandidateId: candidateId, dataProvider: 'ATS', integrationContext: organization }
  const pairs = Object.entries(key).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const ids = pairs.map(pair => `ids[0].${pair}`).join('&')
  await fetch(`${place.linkedInUrl}/v2/atsCandidates?${ids}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-restli-method': 'batch_partial_update',
    },
    body: JSON.stringify({
      entities: { [pairs.join('&')]: { patch: { $delete: ['manualMatchedMember'] } } },
    }),
  })
}
