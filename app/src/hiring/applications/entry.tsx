import '@mantine/core/styles/Radio.layer.css'
import { Radio, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { showToast } from '../../ui/toast.tsx'
import { type Source, sources } from '../candidates/candidates.shapes.ts'
import type { Job } from '../jobs/jobs.shapes.ts'
import classes from './add-candidate.module.css'
import type { AddedApplication } from './applications.shapes.ts'
import { refreshClosings } from './useClosings.tsx'

/** As what, and through which door, somebody comes onto a job. */
export interface Entry {
  as: 'prospect' | 'applicant'
  source: Source
}

export function entryFor(job: Job): Entry {
  return { as: job.permissions.addProspects ? 'prospect' : 'applicant', source: 'recruiter' }
}

/** The same entry where it is possible: a job may take no prospects, or not from everybody. */
export function entryOn(job: Job | undefined, entry: Entry): Entry {
  return job && !job.permissions.addProspects ? { ...entry, as: 'applicant' } : entry
}

// Only what really comes from LinkedIn says so.
const sourcesByHand = sources.filter(source => source !== 'linkedin' && source !== 'import')

interface EntryFieldsProps {
  /** Undefined: which job, is not yet chosen. Then both are offered and the server decides. */
  job: Job | undefined
  form: {
    values: Entry
    set: (<Name extends 'as'>(name: Name, value: Entry[Name]) => void) &
      (<Name extends 'source'>(name: Name, value: Entry[Name]) => void)
    idOf: (name: string) => string
  }
}

export function EntryFields({ job, form }: EntryFieldsProps) {
  const { t } = useTranslation(['applications', 'candidates'])
  const mayAddProspects = job?.permissions.addProspects ?? true
  const choices = sourcesByHand.map(source => ({ value: source, label: t(`candidates:source.${source}`) }))
  return (
    <>
      <Radio.Group
        label={t('applications:add.as')}
        value={entryOn(job, form.values).as}
        onChange={as => form.set('as', as === 'prospect' ? 'prospect' : 'applicant')}
      >
        <div className={classes.choices}>
          <Radio
            value="prospect"
            label={t('applications:add.prospect')}
            description={t(mayAddProspects ? 'applications:add.prospectHint' : prospectRefusal(job))}
            disabled={!mayAddProspects}
          />
          <Radio
            value="applicant"
            label={t('applications:add.applicant')}
            description={t('applications:add.applicantHint')}
          />
        </div>
      </Radio.Group>
      <Select
        id={form.idOf('source')}
        label={t('applications:add.source')}
        data={choices}
        value={form.values.source}
        allowDeselect={false}
        onChange={value => form.set('source', sources.find(source => source === value) ?? 'recruiter')}
      />
    </>
  )
}

function prospectRefusal(job: Job | undefined): string {
  const isOn = job?.stages.some(stage => stage.kind === 'prospect' && stage.enabled)
  return isOn ? 'applications:add.prospectsClosed' : 'applications:add.prospectsOff'
}

/** What follows when the server has taken somebody onto a job, or found him there already: then he may be brought back. */
export function useAdded(onClose: () => void) {
  const { t } = useTranslation(['applications', 'closings'])
  const navigate = useNavigate()
  return (added: AddedApplication, name: string, job: { id: string; title: string }) => {
    for (const queryKey of [['job', job.id], ['jobs'], ['candidate'], ['candidates']]) {
      queryClient.invalidateQueries({ queryKey })
    }
    onClose()
    const open = () => navigate({ to: '/applications/$applicationId', params: { applicationId: added.id } })
    if (added.closedAs === 'rejected' || added.closedAs === 'withdrawn') {
      const reopen = async () => {
        // A refusal, should there be one, is told where the person is.
        await answer(api.applications[':id'].reopenings.$post({ param: { id: added.id } })).catch(() => undefined)
        await refreshClosings()
        await open()
      }
      const message = t(`closings:there.${added.closedAs}`, { name, job: job.title })
      showToast({ message, action: { label: t('closings:reopen'), onClick: reopen } })
      return
    }
    showToast({
      message: t(added.alreadyThere ? 'applications:add.alreadyThere' : 'applications:add.done', {
        name,
        job: job.title,
      }),
      action: { label: t('applications:add.open'), onClick: open },
    })
  }
}
