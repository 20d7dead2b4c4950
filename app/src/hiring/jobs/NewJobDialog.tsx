import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { type NewJob, newJob } from './jobs.shapes.ts'

/** New asks for the title and for one's own role in this job. The default process is made with it. */
export function NewJobDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation(['jobs', 'ui'])
  return (
    <Modal opened={opened} onClose={onClose} title={t('jobs:new')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <NewJobForm onClose={onClose} />
    </Modal>
  )
}

function NewJobForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['jobs', 'ui'])
  const navigate = useNavigate()
  const values: NewJob = { title: '', ownRole: 'recruiter' }
  const form = useFormState({
    values,
    check: newJob,
    save: input => answer(api.jobs.$post({ json: input })),
    onSaved: async job => {
      await queryClient.invalidateQueries({ queryKey: ['jobs'] })
      onClose()
      await navigate({ to: '/jobs/$jobId/details', params: { jobId: job.id } })
    },
  })
  return (
    <RecordForm form={form} name={t('jobs:new')} labels={{ title: t('jobs:field.title'), ownRole: t('jobs:field.ownRole') }}>
      <Stack gap="lg">
        <TextInput label={t('jobs:field.title')} data-autofocus {...form.text('title')} />
        <Radio.Group
          id={form.idOf('ownRole')}
          label={t('jobs:field.ownRole')}
          value={form.values.ownRole}
          error={form.errorOf('ownRole')}
          onChange={role => form.set('ownRole', role === 'hiring_manager' ? role : 'recruiter')}
        >
          <Group mt={4}>
            <Radio value="recruiter" label={t('jobs:role.recruiter')} />
            <Radio value="hiring_manager" label={t('jobs:role.hiring_manager')} />
          </Group>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {t('jobs:create')}
          </Button>
        </Group>
      </Stack>
    </RecordForm>
  )
}
