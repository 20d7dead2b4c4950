import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './notes.module.css'
import type { Note } from './notes.shapes.ts'
import { refreshNotes } from './notes-query.tsx'

interface NoteMenuProps {
  note: Note
  opener: RefObject<HTMLButtonElement | null>
  onEdit: () => void
}

/** Edit and withdraw, for whoever may. */
export function NoteMenu({ note, opener, onEdit }: NoteMenuProps) {
  const { t } = useTranslation('notes')
  const [withdrawing, setWithdrawing] = useState(false)
  const { edit, withdraw } = note.permissions
  if (!edit && !withdraw) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon ref={opener} className={classes.menu ?? ''} aria-label={t('menu', { name: note.author.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {edit ? <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item> : null}
          {withdraw ? (
            <Menu.Item aria-haspopup="dialog" onClick={() => setWithdrawing(true)}>
              {t('withdraw.button')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {withdrawing ? (
        <WithdrawDialog
          note={note}
          onClose={() => {
            setWithdrawing(false)
            // The line of the menu that had the focus is gone by then.
            requestAnimationFrame(() => opener.current?.focus())
          }}
        />
      ) : null}
    </>
  )
}

function WithdrawDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('notes')
  const withdraw = useMutation({
    mutationFn: () => answer(api.notes[':id'].$delete({ param: { id: note.id } })),
    onSuccess: async () => {
      await refreshNotes()
      onClose()
      showToast({ message: t('withdraw.done') })
    },
  })
  return (
    <ConfirmDialog title={t('withdraw.title')} confirm={t('withdraw.confirm')} doing={withdraw} onClose={onClose}>
      {t(note.visibility === 'private' ? 'withdraw.whyPrivate' : 'withdraw.why')}
    </ConfirmDialog>
  )
}
