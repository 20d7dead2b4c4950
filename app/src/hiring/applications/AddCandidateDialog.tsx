import '@mantine/core/styles/Radio.layer.css'
import { Button, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { CandidateSelect } from '../candidates/CandidateSelect.tsx'
import { nameOf } from '../candidates/candidate-query.tsx'
import type { CandidateListItem } from '../candidates/candidates.shapes.ts'
import { nobody, PersonFields, toNewCandidate, usePersonLabels, usePersonShape } from '../candidates/person-form.tsx'
import { SameAddress } from '../candidates/SameAddress.tsx'
import type { Job } from '../jobs/jobs.shapes.ts'
import classes from './add-candidate.module.css'
import { EntryFields, entryFor, useAdded } from './entry.tsx'

interface AddCandidateDialogProps {
  job: Job
  opened: boolean
  onClose(): void
}

/** By hand onto a job: somebody new, or somebody this company knows already. */
export function AddCandidateDialog({ job, opened, onClose }: AddCandidateDialogProps) {
  const { t } = useTranslation(['applications', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={t('applications:add.title', { job: job.title })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <AddCandidate job={job} onClose={onClose} />
    </Modal>
  )
}

function AddCandidate({ job, onClose }: Omit<AddCandidateDialogProps, 'opened'>) {
  const { t } = useTranslation('applications')
  const [who, setWho] = useState<'new' | 'known'>('new')
  const [known, setKnown] = useState<CandidateListItem | null>(null)
  return (
    <div className={classes.dialog}>
      <SegmentedControl
        fullWidth
        aria-label={t('add.who')}
        value={who}
        onChange={value => setWho(value === 'known' ? 'known' : 'new')}
        data={[
          { value: 'new', label: t('add.new') },
          { value: 'known', label: t('add.known') },
        ]}
      />
      {/* Both stay, so that nothing typed is lost by a look at the other. */}
      <div hidden={who !== 'new'}>
        <NewPersonForm
          job={job}
          onClose={onClose}
          onKnown={candidate => {
            setKnown(candidate)
            setWho('known')
          }}
        />
      </div>
      <div hidden={who !== 'known'}>
        <KnownPersonForm key={known?.id} job={job} known={known} onClose={onClose} />
      </div>
    </div>
  )
}

interface NewPersonFormProps {
  job: Job
  onClose(): void
  onKnown: (candidate: CandidateListItem) => void
}

function NewPersonForm({ job, onClose, onKnown }: NewPersonFormProps) {
  const { t } = useTranslation('applications')
  const labels = usePersonLabels()
  const onAdded = useAdded(onClose)
  const form = useFormState({
    values: { ...nobody, ...entryFor(job) },
    check: usePersonShape(),
    save: ({ as, source, ...person }) =>
      answer(
        api.jobs[':id'].applications.$post({
          param: { id: job.id },
          json: { candidate: toNewCandidate(person), as, source },
        }),
      ),
    onSaved: added => onAdded(added, nameOf(form.values), job),
  })
  return (
    <RecordForm form={form} name={t('add.new')} labels={labels}>
      <PersonFields text={form.text} labels={labels}>
        <SameAddress email={form.values.email} action={t('add.takeKnown')} onChoose={onKnown} />
      </PersonFields>
      <EntryFields job={job} form={form} />
      <Buttons saving={form.saving} onClose={onClose} />
    </RecordForm>
  )
}

interface KnownPersonFormProps {
  job: Job
  known: CandidateListItem | null
  onClose(): void
}

function KnownPersonForm({ job, known, onClose }: KnownPersonFormProps) {
  const { t } = useTranslation(['applications', 'ui'])
  const [chosen, setChosen] = useState(known)
  const onAdded = useAdded(onClose)
  const form = useFormState({
    values: { candidateId: known?.id ?? '', ...entryFor(job) },
    check: {
      safeParse: () =>
        chosen
          ? { success: true }
          : {
              success: false,
              error: { issues: [{ path: ['candidateId'], message: t('applications:add.chooseFirst') }] },
            },
    },
    save: entry => answer(api.jobs[':id'].applications.$post({ param: { id: job.id }, json: entry })),
    onSaved: added => onAdded(added, chosen ? nameOf(chosen) : '', job),
  })
  return (
    <RecordForm form={form} name={t('applications:add.known')} labels={{ candidateId: t('applications:add.person') }}>
      <CandidateSelect
        id={form.idOf('candidateId')}
        chosen={chosen}
        error={form.errorOf('candidateId')}
        onChoose={candidate => {
          setChosen(candidate)
          form.set('candidateId', candidate?.id ?? '')
        }}
      />
      <EntryFields job={job} form={form} />
      <Buttons saving={form.saving} isNext={known !== null} onClose={onClose} />
    </RecordForm>
  )
}

interface ButtonsProps {
  saving: boolean
  /** Nothing but this is left to do. */
  isNext?: boolean
  onClose(): void
}

function Buttons({ saving, isNext = false, onClose }: ButtonsProps) {
  const { t } = useTranslation(['applications', 'ui'])
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={onClose}>
        {t('ui:cancel')}
      </Button>
      <Button type="submit" loading={saving} autoFocus={isNext}>
        {t('applications:add.button')}
      </Button>
    </div>
  )
}
