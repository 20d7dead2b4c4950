import { Extension, type Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Mention } from '@tiptap/extension-mention'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'
import { Plugin } from '@tiptap/pm/state'
import type { SuggestionProps } from '@tiptap/suggestion'
import type { Colleague } from './notes.shapes.ts'

export type Suggested = SuggestionProps<Colleague, { id: string; label: string }>

interface NoteHabits {
  findColleagues: (typed: string) => Promise<Colleague[]>
  /** Undefined: nobody is being mentioned any more. */
  onSuggest: (suggested: Suggested | undefined) => void
  /** True: the key was for the list of colleagues. */
  onSuggestKey: (event: KeyboardEvent) => boolean
  onSend: () => void
  /** True: nothing may be written just now. */
  isLocked: () => boolean
}

/** All that a note can hold, which is what the server takes. */
export function noteExtensions(habits: NoteHabits): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    BulletList,
    OrderedList,
    // Tab goes on to the next control: an editor must not be a place that the keyboard cannot leave.
    ListItem.extend({
      addKeyboardShortcuts() {
        const { Tab: _sink, 'Shift-Tab': _lift, ...others } = this.parent?.() ?? {}
        return {
          ...others,
          'Mod-]': () => this.editor.commands.sinkListItem(this.name),
          'Mod-[': () => this.editor.commands.liftListItem(this.name),
        }
      },
    }),
    Link.configure({
      defaultProtocol: 'https',
      openOnClick: false,
      isAllowedUri: address => /^(https?:\/\/|mailto:)\S+$/i.test(address),
      HTMLAttributes: { target: null, rel: null },
    }),
    Mention.configure({
      suggestion: {
        debounce: 120,
        items: ({ query }) => habits.findColleagues(query).catch(() => []),
        render: () => ({
          onStart: habits.onSuggest,
          onUpdate: habits.onSuggest,
          onExit: () => habits.onSuggest(undefined),
          onKeyDown: ({ event }) => habits.onSuggestKey(event),
        }),
      },
    }),
    UndoRedo,
    Extension.create({
      name: 'lock',
      addProseMirrorPlugins: () => [
        new Plugin({ filterTransaction: transaction => !transaction.docChanged || !habits.isLocked() }),
      ],
    }),
    Extension.create({
      name: 'send',
      addKeyboardShortcuts: () => ({
        'Mod-Enter': () => {
          habits.onSend()
          return true
        },
      }),
    }),
  ]
}
