import { Button } from '@mantine/core'
import { lazy, Suspense, useCallback, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import type { Written } from './NoteEditor.tsx'
import { dropDraft, keepDraft, readDraft } from './note-draft.tsx'
import classes from './note-writer.module.css'
import type { NewNote, NoteVisibility } from './notes.shapes.ts'
import { type NotesPlace, refreshNotes } from './notes-query.tsx'
import { type SharedWords, VisibilityMenu, Words } from './VisibilityMenu.tsx'

const NoteEditor = lazy(() => import('./NoteEditor.tsx'))

export interface WriterHandle {
  focus: () => void
  clear: () => void
}

interface NoteWriterProps {
  place: NotesPlace
  /** What a draft is kept for: the place, or the note that is being changed. */
  about: string
  /** The note that is being changed. */
  before?: NewNote
  SharedWords: SharedWords
  save: (note: NewNote) => Promise<unknown>
  onSaved: (writer: WriterHandle | undefined) => void
  onCancel?: () => void
  onReady?: (writer: WriterHandle) => void
}

/** Where a note is written or changed. Nothing typed is lost: not by a refusal, and not by a window that closes. */
export function NoteWriter({ place, about, before, SharedWords, save, onSaved, onCancel, onReady }: NoteWriterProps) {
  const { t } = useTranslation('notes')
  const { user } = useSession()
  const draftPlace = { userId: user.id, about }
  const [draft] = useState(() => readDraft(draftPlace))
  const begun = draft ?? before
  const [written, setWritten] = useState<Written>({ body: begun?.body, isEmpty: begun === undefined })
  const [visibility, setVisibility] = useState<NoteVisibility>(begun?.visibility ?? 'shared')
  const [writer, setWriter] = useState<WriterHandle>()
  const sending = useSending(save)
  const hintId = useId()

  function keep(next: { written?: Written; visibility?: NoteVisibility }): void {
    const all = { written, visibility, ...next }
    setWritten(all.written)
    setVisibility(all.visibility)
    sending.forget()
    if (all.written.isEmpty) dropDraft(draftPlace)
    else if (all.written.body) keepDraft(draftPlace, { body: all.written.body, visibility: all.visibility })
  }

  async function send(): Promise<void> {
    if (written.isEmpty) return sending.refuse('empty')
    if (!written.body) return sending.refuse('shape')
    if (!(await sending.send({ body: written.body, visibility }))) return
    dropDraft(draftPlace)
    writer?.clear()
    // The list comes with it, so that the words are never on the screen twice or not at all.
    await refreshNotes()
    onSaved(writer)
  }

  const ready = useCallback(
    (made: WriterHandle) => {
      setWriter(made)
      onReady?.(made)
    },
    [onReady],
  )

  return (
    <div className={classes.writer}>
      <Suspense fallback={<p className={classes.loading}>{t('writer.loading')}</p>}>
        <NoteEditor
          place={place}
          label={t(before ? 'writer.change' : 'writer.label')}
          describedBy={hintId}
          initial={begun?.body}
          isSending={sending.isUnderWay}
          onWrite={next => keep({ written: next })}
          onSend={send}
          onReady={ready}
        />
      </Suspense>
      {sending.problem ? (
        <p role="alert" className={classes.problem}>
          {sending.problem}
        </p>
      ) : null}
      <div className={classes.foot}>
        <VisibilityMenu
          visibility={visibility}
          SharedWords={SharedWords}
          onChoose={next => keep({ visibility: next })}
        />
        <span id={hintId} className={classes.hint}>
          <Words of={visibility} SharedWords={SharedWords} as="why" /> {t('writer.hint')}
        </span>
        {onCancel ? (
          <Button
            variant="default"
            onClick={() => {
              dropDraft(draftPlace)
              onCancel()
            }}
          >
            {t('ui:cancel')}
          </Button>
        ) : null}
        <Button loading={sending.isBusy} onClick={send}>
          {t(before ? 'writer.save' : 'writer.add')}
        </Button>
      </div>
    </div>
  )
}

/** One attempt at a time, and what became of the last one in words. */
function useSending(save: (note: NewNote) => Promise<unknown>) {
  const { t } = useTranslation('notes')
  const wordProblem = useProblemWords()
  // At once, and not with the next drawing: a second press must not send the note twice.
  const underWay = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  return {
    isBusy,
    isUnderWay: () => underWay.current,
    problem,
    forget: () => setProblem(undefined),
    refuse: (why: 'empty' | 'shape') => setProblem(t(why === 'empty' ? 'problems.note.empty' : 'writer.shape')),
    send: async (note: NewNote): Promise<boolean> => {
      if (underWay.current) return false
      underWay.current = true
      setBusy(true)
      setProblem(undefined)
      try {
        await save(note)
        return true
      } catch (error) {
        setProblem(wordProblem(error))
        return false
      } finally {
        underWay.current = false
        setBusy(false)
      }
    },
  }
}
