import '@mantine/core/styles/Radio.layer.css'
import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import classes from './jobs.module.css'
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

const ownRoles = ['recruiter', 'hiring_manager'] as const

function NewJobForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['jobs', 'ui'])
  const navigate = useNavigate()
  const session = useSession()
  const roles = ownRoles.filter(role => hasRole(session, role))
  const values: NewJob = { title: '', ownRole: roles[0] ?? 'recruiter' }
  const form = useFormState({
    values,
    check: newJob,
    save: input => answer(api.jobs.$post({ json: input })),
    onSaved: job => {
      queryClient.invalidateQueries({ queryKey: ['jobs'] })
      onClose()
      navigate({ to: '/jobs/$jobId/details', params: { jobId: job.id } })
    },
  })
  const labels = { title: t('jobs:field.title'), ownRole: t('jobs:field.ownRole') }
  return (
    <RecordForm form={form} name={t('jobs:new')} labels={labels}>
      <TextInput label={labels.title} data-autofocus autoComplete="off" {...form.text('title')} />
      <Radio.Group
        id={form.idOf('ownRole')}
        label={labels.ownRole}
        value={form.values.ownRole}
        error={form.errorOf('ownRole')}
        onChange={role => form.set('ownRole', role === 'hiring_manager' ? role : 'recruiter')}
      >
        <div className={classes.choices}>
          {ownRoles.map(role => (
            <Radio
              key={role}
              value={role}
              label={t(`jobs:role.${role}`)}
              disabled={!roles.includes(role)}
              description={roles.includes(role) ? undefined : t('jobs:roleMissing')}
            />
          ))}
        </div>
      </Radio.Group>
      <p className={classes.hint}>{t('jobs:newHint')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('jobs:create')}
        </Button>
      </div>
    </RecordForm>
  )
}
