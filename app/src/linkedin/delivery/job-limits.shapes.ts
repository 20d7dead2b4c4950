import type { DeliveryReason } from './delivery-reason.shapes.ts'
import { reasonOf } from './delivery-reason.shapes.ts'

/** LinkedIn refuses shorter ones. */
export const SHORTEST_DESCRIPTION = 100
/** As HTML. */
export const LONGEST_HTML = 25_000

/** Why LinkedIn would not take this description: checked before it is sent, and told where it is written. */
export function whyDescriptionNotTaken(description: string): DeliveryReason | null {
  const count = description.trim().length
  if (count < SHORTEST_DESCRIPTION) return reasonOf('descriptionTooShort', { field: 'description', count })
  if (toHtml(description).length > LONGEST_HTML) return reasonOf('descriptionTooLong', { field: 'description', count })
  return null
}

/** Our descriptions are plain text; LinkedIn reads a little HTML. */
export function toHtml(text: string): string {
  const escaped = text.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const paragraphs = escaped.split(/\n{2,}/).map(paragraph => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
  return paragraphs.join('')
}
