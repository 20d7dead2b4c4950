import { createElement, type ReactNode } from 'react'
import { isBlock, type NoteBlock, type NotePiece } from './note-body.shapes.ts'
import classes from './notes.module.css'

const tags = { doc: 'div', paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li' } as const

/** A note drawn from its document: each part by name, so that nothing in it can be markup. */
export function NoteBody({ body }: { body: NoteBlock }) {
  return <div className={classes.body}>{draw(body)}</div>
}

function draw(part: NoteBlock | NotePiece): ReactNode {
  if (isBlock(part)) return createElement(tags[part.type], null, ...(part.content ?? []).map(draw))
  if (part.type === 'hardBreak') return createElement('br')
  if (part.type === 'mention') return createElement('span', { className: classes.mention }, `@${part.attrs.label}`)
  return (part.marks ?? []).reduce<ReactNode>((inside, mark) => {
    if (mark.type === 'bold') return createElement('strong', null, inside)
    if (mark.type === 'italic') return createElement('em', null, inside)
    const address = { href: mark.attrs.href, target: '_blank', rel: 'noopener noreferrer nofollow' }
    return createElement('a', address, inside)
  }, part.text)
}
