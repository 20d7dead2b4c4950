import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import type { Job } from './jobs.shapes.ts'
import { useJobChange } from './useJob.tsx'

/** Says before activation what is frozen by it: the process, and with it Prospect on or off. */
export function ActivateDialog({ job, opened, onClose }: { job: Job; opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['jobs', 'ui'])
  const wordProblem = useProblemWords()
  const activate = useJobChange(job.id, () => answer(api.jobs[':id'].activation.$post({ param: { id: job.id } })))
  const prospect = job.stages.find(stage => stage.kind === 'prospect')
  const run = () =>
    activate.mutate(undefined, {
      onSuccess: () => {
        onClose()
        showToast({ message: t('jobs:activate.done', { title: job.title }) })
      },
    })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs:activate.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('jobs:activate.frozen')}</Text>
        <StatusWord tone={prospect?.enabled ? 'ok' : 'warning'}>
          {t(prospect?.enabled ? 'jobs:activate.prospectOn' : 'jobs:activate.prospectOff')}
        </StatusWord>
        {activate.error ? (
          <div role="alert">
            <StatusWord tone="bad">{wordProblem(activate.error)}</StatusWord>
          </div>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={activate.isPending} onClick={run}>
            {t('jobs:activate.button')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
