import { expect, test } from 'vitest'
import type { NoteBlock } from '../../hiring/notes/note-body.shapes.ts'
import { toPlainText } from './note-text.ts'

const text = (words: string, href?: string) => ({
  type: 'text' as const,
  text: words,
  ...(href === undefined ? {} : { marks: [{ type: 'link' as const, attrs: { href } }] }),
})
const paragraph = (...content: NonNullable<NoteBlock['content']>): NoteBlock => ({ type: 'paragraph', content })
const item = (...content: NoteBlock[]): NoteBlock => ({ type: 'listItem', content })

test('paragraphs are lines, entries of lists are marked, mentions and links say what they mean', () => {
  const body: NoteBlock = {
    type: 'doc',
    content: [
      paragraph(text('Ask '), { type: 'mention', attrs: { id: 'user_1', label: 'Joris Bos' } }, text(' first.')),
      paragraph(),
      paragraph(text('Over'), { type: 'hardBreak' }, text('two lines')),
      {
        type: 'orderedList',
        content: [
          item(paragraph(text('Portfolio', 'https://noor.example/work'))),
          item(paragraph(text('References')), { type: 'bulletList', content: [item(paragraph(text('Ilse')))] }),
        ],
      },
      paragraph(text('https://noor.example', 'https://noor.example')),
    ],
  }
  expect(toPlainText(body)).toBe(
    [
      'Ask @Joris Bos first.',
      '',
      'Over',
      'two lines',
      '1. Portfolio (https://noor.example/work)',
      '2. References',
      '  - Ilse',
      'https://noor.example',
    ].join('\n'),
  )
})
