import { Editor, type JSONContent } from '@tiptap/core'
import { useEffect, useId, useReducer, useRef, useState } from 'react'
import { MentionList, useMentionChoice } from './MentionList.tsx'
import { NoteTools } from './NoteTools.tsx'
import { isEmpty, type NoteBlock, type NoteBody, noteBody } from './note-body.shapes.ts'
import { noteExtensions } from './note-extensions.tsx'
import classes from './note-writer.module.css'
import { findColleagues, type NotesPlace } from './notes-query.tsx'

/** What is in the editor now. `body` is undefined while the text holds what a note cannot. */
export interface Written {
  body: NoteBody | undefined
  isEmpty: boolean
}

interface NoteEditorProps {
  place: NotesPlace
  label: string
  describedBy: string
  initial: NoteBody | undefined
  /** What is written now is on its way: what would be typed meanwhile could be lost. */
  isSending: () => boolean
  onWrite: (written: Written) => void
  onSend: () => void
  onReady: (editor: { focus: () => void; clear: () => void }) => void
}

/** The only part that knows Tiptap. It is loaded when somebody may write. */
export default function NoteEditor(props: NoteEditorProps) {
  const latest = useRef(props)
  latest.current = props
  const host = useRef<HTMLDivElement>(null)
  const listId = useId()
  const choice = useMentionChoice()
  const [editor, setEditor] = useState<Editor>()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const keys = useRef(choice.onKeyDown)
  keys.current = choice.onKeyDown
  const { suggest } = choice

  useEffect(() => {
    const { label, describedBy, initial } = latest.current
    const made = new Editor({
      element: host.current,
      // The page's policy takes no styles but its own; they stand in our sheet.
      injectCSS: false,
      extensions: noteExtensions({
        findColleagues: typed => findColleagues(latest.current.place, typed),
        onSuggest: suggest,
        onSuggestKey: event => keys.current(event),
        onSend: () => latest.current.onSend(),
        isLocked: () => latest.current.isSending(),
      }),
      content: (initial as JSONContent | undefined) ?? null, // once given by getJSON
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': describedBy,
          class: classes.text ?? '',
        },
      },
      onUpdate: ({ editor: now }) => latest.current.onWrite(read(now)),
      onTransaction: redraw,
    })
    setEditor(made)
    latest.current.onReady({
      focus: () => made.commands.focus('end'),
      clear: () => made.commands.clearContent(true),
    })
    return () => made.destroy()
  }, [suggest])

  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': props.label,
          'aria-describedby': props.describedBy,
          class: classes.text ?? '',
          ...(choice.activeId && { 'aria-controls': listId, 'aria-activedescendant': choice.activeId(listId) }),
        },
      },
    })
  }, [editor, props.label, props.describedBy, choice.activeId, listId])

  return (
    <div className={classes.editor}>
      {editor ? <NoteTools editor={editor} /> : null}
      <div ref={host} />
      <MentionList id={listId} choice={choice} />
    </div>
  )
}

function read(editor: Editor): Written {
  const document = editor.getJSON()
  const parsed = noteBody.safeParse(document)
  return { body: parsed.data, isEmpty: isEmpty(document as NoteBlock) } // its own parts are all that it holds
}
