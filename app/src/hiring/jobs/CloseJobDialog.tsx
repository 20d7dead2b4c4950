import '@mantine/core/styles/Radio.layer.css'
import { Button, Modal, Radio, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { boardQuery } from '../applications/application-queries.tsx'
import { longList } from '../search/long-list.tsx'
import classes from './jobs.module.css'
import { type Job, jobClosure } from './jobs.shapes.ts'
import { refreshJob } from './useJob.tsx'

interface CloseJobDialogProps {
  job: Job
  opened: boolean
  onClose(): void
}

export function CloseJobDialog({ job, opened, onClose }: CloseJobDialogProps) {
  const { t } = useTranslation(['jobs', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs:close.title', { title: job.title })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <CloseJobForm job={job} onClose={onClose} />
    </Modal>
  )
}

interface Closure {
  reason: 'filled' | 'cancelled'
  comment: string
  hiredApplicationId: string | null
}

function CloseJobForm({ job, onClose }: Omit<CloseJobDialogProps, 'opened'>) {
  const { t } = useTranslation(['jobs', 'ui'])
  const offered = usePeopleInOffer(job.id)
  const values: Closure = { reason: 'cancelled', comment: '', hiredApplicationId: null }
  const form = useFormState({
    values,
    check: jobClosure,
    save: closure =>
      answer(api.jobs[':id'].closure.$post({ param: { id: job.id }, json: { ...closure, ...whomFor(closure) } })),
    onSaved: () => {
      refreshJob(job.id)
      onClose()
      showToast({ message: t('jobs:close.done', { title: job.title }) })
    },
  })
  const labels = { comment: t('jobs:close.comment'), hiredApplicationId: t('jobs:close.hired') }
  return (
    <RecordForm form={form} name={t('jobs:close.button')} labels={labels}>
      <p className={classes.hint}>
        {t(job.state === 'draft' ? 'jobs:close.consequenceDraft' : 'jobs:close.consequence')}
      </p>
      <Radio.Group
        label={t('jobs:close.reason')}
        value={form.values.reason}
        onChange={reason => form.set('reason', reason === 'filled' ? 'filled' : 'cancelled')}
      >
        <div className={classes.choices}>
          <Radio value="cancelled" label={t('jobs:close.cancelled')} />
          <Radio
            value="filled"
            label={t('jobs:close.filled')}
            description={offered.length === 0 ? t('jobs:close.nobodyInOffer') : undefined}
            disabled={offered.length === 0}
          />
        </div>
      </Radio.Group>
      {form.values.reason === 'filled' ? (
        <Select
          {...longList}
          id={form.idOf('hiredApplicationId')}
          label={labels.hiredApplicationId}
          data={offered}
          searchable
          value={form.values.hiredApplicationId}
          error={form.errorOf('hiredApplicationId')}
          onChange={id => form.set('hiredApplicationId', id)}
        />
      ) : null}
      <Textarea label={labels.comment} autosize minRows={2} {...form.text('comment')} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('jobs:close.button')}
        </Button>
      </div>
    </RecordForm>
  )
}

/** Someone chosen before the reason was changed back is not sent. */
function whomFor(closure: Closure): Pick<Closure, 'hiredApplicationId'> {
  return { hiredApplicationId: closure.reason === 'filled' ? closure.hiredApplicationId : null }
}

function usePeopleInOffer(jobId: string) {
  const board = useQuery(boardQuery(jobId))
  const offer = board.data?.stages.find(stage => stage.kind === 'offer')
  return (offer?.cards ?? []).map(card => ({ value: card.id, label: card.name }))
}
