import { z } from 'zod'

/** Fields of which a person has one value: where both differ, somebody chooses. */
export const chosenFields = [
  'firstName',
  'lastName',
  'headline',
  'currentTitle',
  'currentCompany',
  'location',
  'profileUrl',
] as const
export type ChosenField = (typeof chosenFields)[number]

export const side = z.enum(['kept', 'absorbed'])
export type Side = z.infer<typeof side>

/** Without a choice the value of who is kept stays, and an empty one is filled from the other. */
export const fieldChoices = z.partialRecord(z.enum(chosenFields), side)
export type FieldChoices = z.infer<typeof fieldChoices>

export interface NewMerge {
  keptId: string
  absorbedId: string
  choices: FieldChoices
}
