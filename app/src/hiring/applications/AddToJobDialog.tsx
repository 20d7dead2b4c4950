import { Button, Modal, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { nameOf } from '../candidates/candidate-query.tsx'
import type { Candidate } from '../candidates/candidates.shapes.ts'
import { jobQuery } from '../jobs/job-query.tsx'
import { longList } from '../search/long-list.tsx'
import classes from './add-candidate.module.css'
import { type Entry, EntryFields, entryOn, useAdded } from './entry.tsx'

interface AddToJobDialogProps {
  candidate: Candidate
  opened: boolean
  onClose(): void
}

/** From a person's page onto one of my active jobs. */
export function AddToJobDialog({ candidate, opened, onClose }: AddToJobDialogProps) {
  const { t } = useTranslation(['applications', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={480}
      title={t('applications:addToJob.title', { name: nameOf(candidate) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <AddToJobForm candidate={candidate} onClose={onClose} />
    </Modal>
  )
}

interface Values extends Entry {
  jobId: string
}

function AddToJobForm({ candidate, onClose }: Omit<AddToJobDialogProps, 'opened'>) {
  const { t } = useTranslation(['applications', 'ui'])
  const onAdded = useAdded(onClose)
  const values: Values = { jobId: '', as: 'prospect', source: 'recruiter' }
  const [jobId, setJobId] = useState('')
  const chosen = useQuery({ ...jobQuery(jobId), enabled: jobId !== '' })
  const form = useFormState({
    values,
    check: z.object({ jobId: z.string().refine(id => id !== '', t('applications:addToJob.chooseFirst')) }),
    save: ({ jobId: id, ...entry }) =>
      answer(
        api.jobs[':id'].applications.$post({
          param: { id },
          json: { ...entryOn(chosen.data, entry), candidateId: candidate.id },
        }),
      ),
    onSaved: added => onAdded(added, nameOf(candidate), { id: added.jobId, title: chosen.data?.title ?? '' }),
  })
  return (
    <RecordForm form={form} name={t('applications:addToJob.button')} labels={{ jobId: t('applications:addToJob.job') }}>
      <JobSelect
        form={form}
        onChoose={id => {
          setJobId(id)
          form.set('jobId', id)
        }}
      />
      <EntryFields job={chosen.data} form={form} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('applications:addToJob.button')}
        </Button>
      </div>
    </RecordForm>
  )
}

interface JobSelectProps {
  form: {
    values: Values
    idOf: (name: string) => string
    errorOf: (name: string) => string | undefined
  }
  onChoose: (jobId: string) => void
}

/** Active jobs on whose hiring team one is. */
function JobSelect({ form, onChoose }: JobSelectProps) {
  const { t } = useTranslation('applications')
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 150)
  const found = useQuery({
    queryKey: ['jobs', 'select', words],
    queryFn: () => answer(api.jobs.$get({ query: { scope: 'all', state: 'active', ...(words && { q: words }) } })),
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      {...longList}
      id={form.idOf('jobId')}
      label={t('addToJob.job')}
      description={t('addToJob.hint')}
      data-autofocus
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t(found.error ? 'addToJob.failed' : 'addToJob.none')}
      value={form.values.jobId || null}
      error={form.errorOf('jobId')}
      onChange={jobId => onChoose(jobId ?? '')}
      data={(found.data?.data ?? []).map(job => ({ value: job.id, label: `${job.title} ${job.reference}` }))}
    />
  )
}
