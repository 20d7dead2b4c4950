import { Button, Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useJobOfPage } from './JobPage.tsx'
import { employmentTypes, jobDetails, seniorities, workplaces } from './jobs.shapes.ts'
import { refreshJob } from './useJob.tsx'
import classes from './jobs.module.css'

export function JobDetailsTab() {
  const { t } = useTranslation(['jobs', 'ui'])
  const job = useJobOfPage()
  const readOnly = !job.permissions.edit
  const { title, description, location, openings, employmentType, seniority, workplace } = job
  const form = useFormState({
    values: { title, description, location, openings, employmentType, seniority, workplace },
    check: jobDetails,
    save: values => answer(api.jobs[':id'].$patch({ param: { id: job.id }, json: values })),
    onSaved: async () => {
      await refreshJob(job.id)
      showToast({ message: t('jobs:details.saved') })
    },
  })
  const words = (group: string, values: readonly string[]) =>
    values.map(value => ({ value, label: t(`jobs:${group}.${value}`) }))
  const labels = {
    title: t('jobs:field.title'),
    description: t('jobs:field.description'),
    location: t('jobs:field.location'),
    openings: t('jobs:field.openings'),
  }
  return (
    <div className={classes.formWidth}>
      <RecordForm form={form} name={t('jobs:tabs.details')} labels={labels}>
        <Stack gap="lg">
          <TextInput label={labels.title} readOnly={readOnly} required {...form.text('title')} />
          <TextInput
            label={labels.location}
            description={t('jobs:details.locationHint')}
            readOnly={readOnly}
            {...form.text('location')}
          />
          <Textarea
            label={labels.description}
            description={t('jobs:details.descriptionHint')}
            autosize
            minRows={6}
            maxRows={20}
            readOnly={readOnly}
            {...form.text('description')}
          />
          <Group grow align="flex-start">
            <NumberInput
              id={form.idOf('openings')}
              label={labels.openings}
              min={1}
              max={999}
              readOnly={readOnly}
              value={form.values.openings}
              error={form.errorOf('openings')}
              onChange={value => form.set('openings', Number(value))}
            />
            <Select
              label={t('jobs:field.workplace')}
              data={words('workplace', workplaces)}
              clearable
              disabled={readOnly}
              value={form.values.workplace}
              onChange={value => form.set('workplace', workplaces.find(one => one === value) ?? null)}
            />
          </Group>
          <Group grow align="flex-start">
            <Select
              label={t('jobs:field.employmentType')}
              data={words('employmentType', employmentTypes)}
              clearable
              disabled={readOnly}
              value={form.values.employmentType}
              onChange={value => form.set('employmentType', employmentTypes.find(one => one === value) ?? null)}
            />
            <Select
              label={t('jobs:field.seniority')}
              data={words('seniority', seniorities)}
              clearable
              disabled={readOnly}
              value={form.values.seniority}
              onChange={value => form.set('seniority', seniorities.find(one => one === value) ?? null)}
            />
          </Group>
          {readOnly ? (
            <p className={classes.under}>{t(job.state === 'closed' ? 'jobs:details.closed' : 'jobs:details.readOnly')}</p>
          ) : (
            <Group>
              <Button type="submit" loading={form.saving} variant={job.state === 'draft' ? 'default' : 'filled'}>
                {t('ui:save')}
              </Button>
            </Group>
          )}
        </Stack>
      </RecordForm>
    </div>
  )
}
