import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NoteBody } from './NoteBody.tsx'
import { NoteMenu } from './NoteMenu.tsx'
import { NoteWriter } from './NoteWriter.tsx'
import type { NoteBody as Body } from './note-body.shapes.ts'
import classes from './notes.module.css'
import type { Note } from './notes.shapes.ts'
import type { NotesPlace } from './notes-query.tsx'
import type { SharedWords } from './VisibilityMenu.tsx'

interface NoteLineProps {
  note: Note
  /** The page that it is shown on. */
  place: NotesPlace
  SharedWords: SharedWords
}

/** A note with its author, its time, and where it belongs when that is elsewhere. */
export function NoteLine({ note, place, SharedWords }: NoteLineProps) {
  const { user } = useSession()
  const [changing, setChanging] = useState(false)
  const menu = useRef<HTMLButtonElement>(null)
  return (
    <li className={classes.note}>
      <Initials name={note.author.name} size={28} own={note.author.id === user.id} />
      <div className={classes.inside}>
        <NoteHead note={note} place={place} menu={menu} onEdit={() => setChanging(true)} />
        {changing && note.body ? (
          <ChangedNote
            note={note}
            body={note.body}
            place={place}
            SharedWords={SharedWords}
            onDone={() => {
              setChanging(false)
              // What had the focus is gone: it returns to where the change began.
              menu.current?.focus()
            }}
          />
        ) : (
          <Said note={note} />
        )}
      </div>
    </li>
  )
}

interface NoteHeadProps {
  note: Note
  place: NotesPlace
  menu: RefObject<HTMLButtonElement | null>
  onEdit: () => void
}

function NoteHead({ note, place, menu, onEdit }: NoteHeadProps) {
  const { t } = useTranslation('notes')
  const { application } = note
  const isElsewhere = application?.id !== place.applicationId
  return (
    <div className={classes.head}>
      <span className={classes.author}>{note.author.name}</span>
      <span className={classes.at}>
        <Time at={note.createdAt} />
      </span>
      {note.editedAt && !note.withdrawnAt ? (
        <span className={classes.at}>
          {t('edited')} <Time at={note.editedAt} />
        </span>
      ) : null}
      {note.visibility === 'private' ? <StatusWord tone="hidden">{t('visibility.private')}</StatusWord> : null}
      {isElsewhere ? (
        <span className={classes.where}>{application ? t('onJob', { job: application.jobTitle }) : t('onPerson')}</span>
      ) : null}
      <NoteMenu note={note} opener={menu} onEdit={onEdit} />
    </div>
  )
}

function Said({ note }: { note: Note }) {
  const { t } = useTranslation('notes')
  if (note.body) return <NoteBody body={note.body} />
  return <p className={classes.withdrawn}>{t('withdrawn')}</p>
}

interface ChangedNoteProps extends NoteLineProps {
  body: Body
  onDone: () => void
}

function ChangedNote({ note, body, place, SharedWords, onDone }: ChangedNoteProps) {
  const { t } = useTranslation('notes')
  // As it was when the change began: what somebody saves meanwhile in another window must be noticed, and not be overwritten.
  const [begun] = useState(note)
  return (
    <NoteWriter
      // Mentioned can be who may read it where it belongs.
      place={{ candidateId: place.candidateId, applicationId: note.application?.id }}
      about={`${note.id}.${begun.version}`}
      before={{ body, visibility: note.visibility }}
      SharedWords={SharedWords}
      save={json =>
        answer(api.notes[':id'].$patch({ param: { id: note.id }, json: { ...json, version: begun.version } }))
      }
      onReady={focusWriter}
      onCancel={onDone}
      onSaved={() => {
        showToast({ message: t('writer.saved') })
        onDone()
      }}
    />
  )
}

function focusWriter(writer: { focus: () => void }): void {
  writer.focus()
}
