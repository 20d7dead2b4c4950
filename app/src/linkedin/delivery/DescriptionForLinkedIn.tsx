import { useTranslation } from 'react-i18next'
import { SHORTEST_DESCRIPTION, whyDescriptionNotTaken } from './job-limits.shapes.ts'
import { Cause } from './WhyNotAccepted.tsx'

/** Beside the field, while it is written: what LinkedIn asks of a description. */
export function DescriptionForLinkedIn({ description }: { description: string }) {
  const { t } = useTranslation('delivery')
  const refusal = description.trim() === '' ? null : whyDescriptionNotTaken(description)
  return refusal ? <Cause reason={refusal} /> : t('descriptionHint', { least: SHORTEST_DESCRIPTION })
}
