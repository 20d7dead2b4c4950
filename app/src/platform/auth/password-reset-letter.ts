import { writeLetter } from '../mail/letter.ts'
import type { Writer } from '../mail/send-mail.job.ts'
import { findAddressee } from './notices.ts'
import { makeLink } from './sign-in-links.ts'

const WAITED_FOR_MS = 60 * 60_000

const words = {
  en: {
    subject: 'Set a new Lodestone password',
    paragraphs: [
      'Somebody, probably you, asked for a new password for Lodestone.',
      'The link works once, and for one hour.',
    ],
    action: 'Set a new password',
    unexpected: 'Did you not ask for this? Then do nothing: your password stays as it is.',
  },
  nl: {
    subject: 'Een nieuw wachtwoord voor Lodestone instellen',
    paragraphs: [
      'Iemand, waarschijnlijk uzelf, heeft om een nieuw wachtwoord voor Lodestone gevraagd.',
      'De link werkt één keer, en één uur lang.',
    ],
    action: 'Nieuw wachtwoord instellen',
    unexpected: 'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
  },
}

export const passwordResetLetter: Writer = async (app, mail) => {
  const person = await findAddressee(app, mail)
  // After an hour in vain the person has asked again or given up.
  if (!person || app.clock.now().getTime() - mail.askedAt.getTime() > WAITED_FOR_MS) return undefined
  const { subject, paragraphs, action, unexpected } = words[mail.language]
  const url = await makeLink(app, { purpose: 'password', signInId: person.id })
  const link = { label: action, url }
  return writeLetter({ to: person.email, language: mail.language, subject, paragraphs, link, unexpected })
}
