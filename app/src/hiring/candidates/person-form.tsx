import { TextInput } from '@mantine/core'
import type { ChangeEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import classes from './candidates.module.css'
import { candidateFields, type NewCandidate } from './candidates.shapes.ts'

/** A new person as typed: one address, one number. */
export const nobody = { firstName: '', lastName: '', email: '', phone: '', headline: '', profileUrl: '' }
export type PersonText = typeof nobody

const { shape } = candidateFields

/** Only the name is needed; what else is typed has to be right. */
export function usePersonShape() {
  const { t } = useTranslation('candidates')
  return z.object({
    firstName: shape.firstName,
    lastName: shape.lastName,
    headline: z.string().trim().max(300),
    email: rightOrEmpty(shape.emails.element, t('field.emailWrong')),
    phone: rightOrEmpty(shape.phones.element, t('field.phoneWrong')),
    profileUrl: rightOrEmpty(shape.profileUrl, t('field.urlWrong')),
  })
}

export function rightOrEmpty(kind: z.ZodType, wrong: string) {
  return z.string().refine(text => text.trim() === '' || kind.safeParse(text.trim()).success, wrong)
}

export function toNewCandidate(person: PersonText): NewCandidate {
  const [email, phone, headline, profileUrl] = [person.email, person.phone, person.headline, person.profileUrl].map(
    text => text.trim(),
  )
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    ...(email && { emails: [email] }),
    ...(phone && { phones: [phone] }),
    ...(headline && { headline }),
    ...(profileUrl && { profileUrl }),
  }
}

interface FieldProps {
  id: string
  name: string
  value: string
  error: string | undefined
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

interface PersonFieldsProps {
  text: (name: keyof PersonText) => FieldProps
  labels: Record<keyof PersonText, string>
  /** Right under the address: who has it already. */
  children: ReactNode
}

export function PersonFields({ text, labels, children }: PersonFieldsProps) {
  const field = (name: keyof PersonText) => ({ ...text(name), label: labels[name], autoComplete: 'off' })
  return (
    <>
      <div className={classes.pairs}>
        <TextInput {...field('firstName')} data-autofocus />
        <TextInput {...field('lastName')} />
        <TextInput {...field('email')} type="email" />
        <TextInput {...field('phone')} type="tel" />
      </div>
      {children}
      <TextInput {...field('headline')} />
      <TextInput {...field('profileUrl')} type="url" />
    </>
  )
}

export function usePersonLabels(): Record<keyof PersonText, string> {
  const { t } = useTranslation('candidates')
  return {
    firstName: t('field.firstName'),
    lastName: t('field.lastName'),
    email: t('field.email'),
    phone: t('field.phone'),
    headline: t('field.headline'),
    profileUrl: t('field.profileUrl'),
  }
}
