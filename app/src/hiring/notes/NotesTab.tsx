import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { Section } from '../../ui/Section.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { TabContentProps } from '../candidates/more-tabs.tsx'
import { forgetAskedWriter, useAskedWriter } from './asked-writer.tsx'
import { NoteLine } from './NoteLine.tsx'
import { NoteWriter, type WriterHandle } from './NoteWriter.tsx'
import classes from './notes.module.css'
import { notesQuery, postNote } from './notes-query.tsx'
import type { SharedWords } from './VisibilityMenu.tsx'

/** What people here wrote about this person, newest first, with room for one more. */
export function NotesTab({ candidate, applicationId, SharedWords }: TabContentProps & { SharedWords: SharedWords }) {
  const { t } = useTranslation('notes')
  const place = { candidateId: candidate.id, applicationId }
  const notes = useInfiniteQuery(notesQuery(place))
  const mayWrite = notes.data?.pages[0]?.mayWrite
  const [writer, setWriter] = useState<WriterHandle>()
  useAskedWriter(writer?.focus)
  useEffect(() => {
    if (mayWrite === false) forgetAskedWriter()
  }, [mayWrite])
  return (
    <Section title={t('notes-tab:title')}>
      <Loaded query={notes} failed={t('failed')} loading={<Loading rows={5} rowHeight={56} />}>
        {({ pages }) => {
          const all = pages.flatMap(page => page.data)
          return (
            <>
              {mayWrite ? (
                <NoteWriter
                  key={applicationId ?? candidate.id}
                  place={place}
                  about={applicationId ?? candidate.id}
                  SharedWords={SharedWords}
                  save={note => postNote(place, note)}
                  onReady={setWriter}
                  onSaved={made => {
                    showToast({ message: t('writer.added') })
                    made?.focus()
                  }}
                />
              ) : null}
              {all.length === 0 ? <EmptyState title={t('none')} why={t('noneWhy')} /> : null}
              <ol className={classes.notes} aria-label={t('list')}>
                {all.map(note => (
                  <NoteLine key={note.id} note={note} place={place} SharedWords={SharedWords} />
                ))}
              </ol>
            </>
          )
        }}
      </Loaded>
      <MoreButton query={notes}>{t('more')}</MoreButton>
    </Section>
  )
}
