import { z } from 'zod'

/** The longest text of a note, in characters: some three pages. */
export const MAX_CHARACTERS = 10_000
export const MAX_MENTIONS = 20
const MAX_BLOCKS = 500
const MAX_PIECES = 1_000

/** A page of the web or an address to write to. Anything else could run. */
const linkAddress = z
  .string()
  .max(2_000)
  .refine(text => /^(https?:\/\/|mailto:)[^\s]+$/i.test(text), 'is neither an address of a page nor of a mailbox')

const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: linkAddress }) }),
])

const piece = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).max(3).optional() }),
  z.object({ type: z.literal('hardBreak') }),
  /** The name is written by the server, whatever was sent. */
  z.object({ type: z.literal('mention'), attrs: z.object({ id: z.string().max(100), label: z.string().max(500) }) }),
])

const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(piece).max(MAX_PIECES).optional() })

function listOf<S extends z.ZodType>(block: S) {
  const items = z.array(z.object({ type: z.literal('listItem'), content: z.array(block).min(1).max(MAX_BLOCKS) }))
  return z.object({ type: z.enum(['bulletList', 'orderedList']), content: items.min(1).max(MAX_BLOCKS) })
}

// Three deep and no deeper, so that the document of the API says all of it.
const innerList = listOf(paragraph)
const middleList = listOf(z.union([paragraph, innerList]))
const outerList = listOf(z.union([paragraph, middleList]))

/** A note as its editor makes it; what is not named here is left out. It is never HTML. */
export const noteBody = z
  .object({
    type: z.literal('doc'),
    content: z
      .array(z.union([paragraph, outerList]))
      .min(1)
      .max(MAX_BLOCKS),
  })
  .meta({ id: 'NoteBody' })
export type NoteBody = z.infer<typeof noteBody>
export type NotePiece = z.infer<typeof piece>
export type Mention = Extract<NotePiece, { type: 'mention' }>

/** Any part that has parts. */
export interface NoteBlock {
  type: 'doc' | 'paragraph' | 'bulletList' | 'orderedList' | 'listItem'
  content?: readonly (NoteBlock | NotePiece)[] | undefined
}

export function isBlock(part: NoteBlock | NotePiece): part is NoteBlock {
  return part.type !== 'text' && part.type !== 'hardBreak' && part.type !== 'mention'
}

export function piecesIn(block: NoteBlock): NotePiece[] {
  return (block.content ?? []).flatMap(part => (isBlock(part) ? piecesIn(part) : [part]))
}

/** How long it is to a reader. */
export function lengthOf(body: NoteBlock): number {
  return piecesIn(body).reduce((sum, one) => sum + wordsOf(one).length, 0)
}

export function isEmpty(body: NoteBlock): boolean {
  return piecesIn(body).every(one => wordsOf(one).trim() === '')
}

/** Whom it names, each once. */
export function mentionsIn(body: NoteBlock): string[] {
  const ids = piecesIn(body).flatMap(one => (one.type === 'mention' ? [one.attrs.id] : []))
  return [...new Set(ids)]
}

function wordsOf(one: NotePiece): string {
  if (one.type === 'text') return one.text
  return one.type === 'mention' ? `@${one.attrs.label}` : ''
}
