import '@mantine/core/styles/NumberInput.layer.css'
import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { changedFields, useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useJobOfPage } from './JobPage.tsx'
import classes from './jobs.module.css'
import { employmentTypes, type Job, jobDetails, seniorities, workplaces } from './jobs.shapes.ts'
import { refreshJob } from './useJob.tsx'

interface JobDetailsTabProps {
  /** What others ask of a description, while it is written. */
  descriptionNote?: (description: string) => ReactNode
}

export function JobDetailsTab({ descriptionNote }: JobDetailsTabProps) {
  const { t } = useTranslation('jobs')
  const job = useJobOfPage()
  const readOnly = !job.permissions.edit
  const form = useDetailsForm(job)
  useFieldOfAddress(form)
  const labels = {
    title: t('field.title'),
    location: t('field.location'),
    description: t('field.description'),
    openings: t('field.openings'),
  }
  return (
    <div className={classes.formWidth}>
      <RecordForm form={form} name={t('tabs.details')} labels={labels}>
        <TextInput label={labels.title} readOnly={readOnly} {...form.text('title')} />
        <TextInput
          label={labels.location}
          description={t('details.locationHint')}
          readOnly={readOnly}
          {...form.text('location')}
        />
        <Textarea
          label={labels.description}
          description={
            <>
              {t('details.descriptionHint')} {descriptionNote?.(form.values.description)}
            </>
          }
          autosize
          minRows={6}
          maxRows={20}
          readOnly={readOnly}
          {...form.text('description')}
        />
        <Choices form={form} readOnly={readOnly} />
        <Foot job={job} saving={form.saving} />
      </RecordForm>
    </div>
  )
}

type DetailsForm = ReturnType<typeof useDetailsForm>

function useDetailsForm(job: Job) {
  const { t } = useTranslation('jobs')
  const { title, description, location, openings, employmentType, seniority, workplace } = job
  return useFormState({
    values: { title, description, location, openings, employmentType, seniority, workplace },
    check: jobDetails,
    save: (values, before) =>
      answer(api.jobs[':id'].$patch({ param: { id: job.id }, json: changedFields(values, before) })),
    onSaved: () => {
      refreshJob(job.id)
      showToast({ message: t('details.saved') })
    },
  })
}

/** `#description` at the end of the address leads to that field. */
function useFieldOfAddress({ idOf }: DetailsForm): void {
  const field = useLocation({ select: location => location.hash })
  const id = idOf(field)
  useEffect(() => document.getElementById(id)?.focus(), [id])
}

function Choices({ form, readOnly }: { form: DetailsForm; readOnly: boolean }) {
  const { t } = useTranslation('jobs')
  const words = (group: string, values: readonly string[]) =>
    values.map(value => ({ value, label: t(`${group}.${value}`) }))
  const choice = { clearable: !readOnly, readOnly, clearButtonProps: { 'aria-label': t('details.clear') } }
  return (
    <div className={classes.pairs}>
      <NumberInput
        id={form.idOf('openings')}
        label={t('field.openings')}
        min={1}
        max={999}
        allowDecimal={false}
        readOnly={readOnly}
        value={form.values.openings}
        error={form.errorOf('openings')}
        onChange={value => form.set('openings', Number(value))}
      />
      <Select
        {...choice}
        label={t('field.workplace')}
        data={words('workplace', workplaces)}
        value={form.values.workplace}
        onChange={value => form.set('workplace', workplaces.find(one => one === value) ?? null)}
      />
      <Select
        {...choice}
        label={t('field.employmentType')}
        data={words('employmentType', employmentTypes)}
        value={form.values.employmentType}
        onChange={value => form.set('employmentType', employmentTypes.find(one => one === value) ?? null)}
      />
      <Select
        {...choice}
        label={t('field.seniority')}
        data={words('seniority', seniorities)}
        value={form.values.seniority}
        onChange={value => form.set('seniority', seniorities.find(one => one === value) ?? null)}
      />
    </div>
  )
}

function Foot({ job, saving }: { job: Job; saving: boolean }) {
  const { t } = useTranslation(['jobs', 'ui'])
  if (!job.permissions.edit) {
    return <p className={classes.hint}>{t(job.state === 'closed' ? 'jobs:details.closed' : 'jobs:details.readOnly')}</p>
  }
  // The filled button is in the header: to activate a draft, to add people to an active job.
  return (
    <div>
      <Button type="submit" loading={saving} variant="default">
        {t('ui:save')}
      </Button>
    </div>
  )
}
