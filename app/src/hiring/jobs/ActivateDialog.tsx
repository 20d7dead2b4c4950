import { Button, Modal } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { LinkButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './jobs.module.css'
import type { Job } from './jobs.shapes.ts'
import { useJobChange } from './useJob.tsx'

interface ActivateDialogProps {
  job: Job
  /** What other slices know to happen with it. */
  notes?: ReactNode
  opened: boolean
  onClose(): void
}

/** Says before activation what is frozen by it: the process, and with it Prospect on or off. */
export function ActivateDialog({ job, notes, opened, onClose }: ActivateDialogProps) {
  const { t } = useTranslation(['jobs', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs:activate.title', { title: job.title })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Activation job={job} notes={notes} onClose={onClose} />
    </Modal>
  )
}

function Activation({ job, notes, onClose }: Omit<ActivateDialogProps, 'opened'>) {
  const { t } = useTranslation(['jobs', 'ui'])
  const activate = useJobChange(job.id, () => answer(api.jobs[':id'].activation.$post({ param: { id: job.id } })))
  const missing = mandatory.filter(field => job[field].trim() === '')
  const run = () =>
    activate.mutate(undefined, {
      onSuccess: () => {
        onClose()
        showToast({ message: t('jobs:activate.done', { title: job.title }) })
      },
    })
  return (
    <div className={classes.dialog}>
      {missing.length > 0 ? <Missing missing={missing} /> : <Consequences notes={notes} />}
      {activate.error ? <Failure error={activate.error} /> : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        {missing.length > 0 ? (
          <LinkButton to="/jobs/$jobId/details" params={{ jobId: job.id }} onClick={onClose}>
            {t('jobs:activate.fill')}
          </LinkButton>
        ) : (
          <Button loading={activate.isPending} onClick={run}>
            {t('jobs:activate.button')}
          </Button>
        )}
      </div>
    </div>
  )
}

const mandatory = ['title', 'description', 'location'] as const

function Consequences({ notes }: Pick<ActivateDialogProps, 'notes'>) {
  const { t } = useTranslation('jobs')
  return (
    <>
      <p>{t('activate.what')}</p>
      <p>{t('activate.frozen')}</p>
      {/* What is still on its way must not take the page away, and with it the focus. */}
      <Suspense>{notes ? <div>{notes}</div> : null}</Suspense>
    </>
  )
}

function Missing({ missing }: { missing: readonly string[] }) {
  const { t, i18n } = useTranslation('jobs')
  const fields = new Intl.ListFormat(i18n.language).format(missing.map(field => t(`activate.field.${field}`)))
  return (
    <p>
      <StatusWord tone="warning">{t('activate.missing', { fields })}</StatusWord>
    </p>
  )
}

function Failure({ error }: { error: Error }) {
  const wordProblem = useProblemWords()
  return (
    <div role="alert">
      <StatusWord tone="bad">{wordProblem(error)}</StatusWord>
    </div>
  )
}
