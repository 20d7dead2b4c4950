import { z } from 'zod'
import { describeFirstIssue, readJson } from './answer.ts'
import { buildUnreadableFailure, type RawAnswer } from './errors.ts'

/**
 * One page of a finder. `nextStart` is the `start` of the next page, or null after the last one. `unreadable` holds the
 * elements that do not follow the schema, raw: report them, they must not stop the others.
 */
export type Page<Element> = { elements: Element[]; unreadable: unknown[]; nextStart: number | null }

/**
 * Judges one page. There is a next page while pages come back full, or a link says `next`; an empty page is the last.
 *
 * @throws {LinkedInFailure} for every status outside 2xx and for a body without `elements`.
 * Source: rsc-sync 1.6, rsc-recruiter 8.5.
 */
export function readPage<Schema extends z.ZodType>(
  answer: RawAnswer,
  schema: Schema,
  asked: { start: number; count: number },
): Page<z.output<Schema>> {
  const body = readFinderBody(answer)
  const page: Page<z.output<Schema>> = { elements: [], unreadable: [], nextStart: findNextStart(body, asked) }
  for (const raw of body.elements) {
    const parsed = schema.safeParse(raw)
    if (parsed.success) page.elements.push(parsed.data)
    else page.unreadable.push(raw)
  }
  return page
}

/**
 * The elements of a finder whose every element matters: one that cannot be read fails the whole answer. A bare object in
 * place of `{elements: [...]}` counts as its only element.
 *
 * @throws {LinkedInFailure} for every status outside 2xx and of kind `server` for an answer that cannot be read.
 * Source: rsc-sync 1.6, rsc-recruiter 5.3.
 */
export function readElements<Schema extends z.ZodType>(answer: RawAnswer, schema: Schema): z.output<Schema>[] {
  const json = readJson(answer)
  const body = finderBodySchema.safeParse(json)
  return (body.success ? body.data.elements : [json]).map(raw => {
    const parsed = schema.safeParse(raw)
    if (parsed.success) return parsed.data
    throw buildUnreadableFailure(answer, describeFirstIssue(parsed.error))
  })
}

const finderBodySchema = z.looseObject({ elements: z.array(z.unknown()), paging: z.unknown().optional() })

const pagingSchema = z.looseObject({
  count: z.int().positive().nullish(),
  links: z.array(z.looseObject({ rel: z.string().nullish() })).nullish(),
})

function readFinderBody(answer: RawAnswer): z.output<typeof finderBodySchema> {
  const body = finderBodySchema.safeParse(readJson(answer))
  if (body.success) return body.data
  throw buildUnreadableFailure(answer, 'it has no list of elements')
}

/** LinkedIn may give smaller pages than were asked for; the count that it names then decides. */
function findNextStart(
  body: z.output<typeof finderBodySchema>,
  asked: { start: number; count: number },
): number | null {
  const parsed = pagingSchema.safeParse(body.paging)
  const paging = parsed.success ? parsed.data : {}
  const count = Math.min(asked.count, paging.count ?? asked.count)
  const hasNextLink = paging.links?.some(link => link.rel === 'next') ?? false
  if (body.elements.length === 0) return null
  return body.elements.length >= count || hasNextLink ? asked.start + count : null
}
