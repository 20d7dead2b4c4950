import type { NoteBlock } from '../../hiring/notes/note-body.shapes.ts'
import { isBlock } from '../../hiring/notes/note-body.shapes.ts'

/** A note as plain text: a line for each paragraph, and a dash or a number before each entry of a list. */
export function toPlainText(body: NoteBlock): string {
  return linesOf(body).join('\n').trim()
}

function linesOf(block: NoteBlock): string[] {
  if (block.type === 'paragraph') return [textOf(block)]
  const isOrdered = block.type === 'orderedList'
  return (block.content ?? []).filter(isBlock).flatMap((part, i) => {
    if (part.type !== 'listItem') return linesOf(part)
    const [first = '', ...rest] = linesOf(part)
    return [`${isOrdered ? `${i + 1}.` : '-'} ${first}`, ...rest.map(line => `  ${line}`)]
  })
}

function textOf(block: NoteBlock): string {
  const parts = (block.content ?? []).map(part => {
    if (isBlock(part)) return ''
    if (part.type === 'hardBreak') return '\n'
    return part.type === 'mention' ? `@${part.attrs.label}` : withAddress(part)
  })
  return parts.join('')
}

/** A reader there cannot follow a link, so its address stands behind its words. */
function withAddress(piece: {
  text: string
  marks?: readonly { type: string; attrs?: { href: string } }[] | undefined
}) {
  const href = piece.marks?.find(mark => mark.type === 'link')?.attrs?.href
  return href === undefined || href === piece.text ? piece.text : `${piece.text} (${href})`
}
