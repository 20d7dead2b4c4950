import { ActionIcon } from '@mantine/core'
import { IconAt, IconBold, IconItalic, IconList, IconListNumbers } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './note-writer.module.css'

/** Bold, italic, lists and a mention, for whoever does not know the keys. */
export function NoteTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('notes')
  const doing = () => editor.chain().focus()
  return (
    <div role="toolbar" aria-label={t('writer.tools')} className={classes.tools}>
      <Tool label={t('writer.bold')} isOn={editor.isActive('bold')} onPress={() => doing().toggleBold().run()}>
        <IconBold size={16} />
      </Tool>
      <Tool label={t('writer.italic')} isOn={editor.isActive('italic')} onPress={() => doing().toggleItalic().run()}>
        <IconItalic size={16} />
      </Tool>
      <Tool
        label={t('writer.bullets')}
        isOn={editor.isActive('bulletList')}
        onPress={() => doing().toggleBulletList().run()}
      >
        <IconList size={16} />
      </Tool>
      <Tool
        label={t('writer.numbers')}
        isOn={editor.isActive('orderedList')}
        onPress={() => doing().toggleOrderedList().run()}
      >
        <IconListNumbers size={16} />
      </Tool>
      <Tool label={t('writer.mention')} onPress={() => beginMention(editor)}>
        <IconAt size={16} />
      </Tool>
    </div>
  )
}

interface ToolProps {
  label: string
  isOn?: boolean
  onPress: () => void
  children: ReactNode
}

function Tool({ label, isOn, onPress, children }: ToolProps) {
  return (
    <ActionIcon size={28} aria-label={label} aria-pressed={isOn} className={classes.tool ?? ''} onClick={onPress}>
      {children}
    </ActionIcon>
  )
}

/** A mention begins after a space. */
function beginMention(editor: Editor): void {
  const { from } = editor.state.selection
  const before = editor.state.doc.textBetween(Math.max(0, from - 1), from, '\n')
  editor
    .chain()
    .focus()
    .insertContent(/^\s?$/.test(before) ? '@' : ' @')
    .run()
}
