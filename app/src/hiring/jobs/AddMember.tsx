import { Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { longList } from '../search/long-list.tsx'
import classes from './jobs.module.css'
import { type Job, jobRoles, newTeamMember, type TeamMember } from './jobs.shapes.ts'
import { refreshJob } from './useJob.tsx'

export function AddMember({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const form = useMemberForm(job)
  const { role, delegateOf } = form.values
  const labels = { userId: t('team.person'), role: t('team.role'), delegateOf: t('team.standsInFor') }
  return (
    <div className={classes.addMember}>
      <RecordForm form={form} name={t('team.add')} labels={labels}>
        <div className={classes.memberFields}>
          <PersonSelect job={job} form={form} label={labels.userId} />
          <Select
            id={form.idOf('role')}
            label={labels.role}
            value={role}
            error={form.errorOf('role')}
            onChange={value => form.set('role', jobRoles.find(one => one === value) ?? 'recruiter')}
            data={jobRoles.map(one => ({ value: one, label: t(`role.${one}`) }))}
            allowDeselect={false}
          />
          {role === 'delegate' ? (
            <Select
              id={form.idOf('delegateOf')}
              label={labels.delegateOf}
              value={delegateOf}
              error={form.errorOf('delegateOf')}
              onChange={value => form.set('delegateOf', value)}
              data={leads(job).map(member => ({ value: member.userId, label: member.name }))}
            />
          ) : null}
          <Button type="submit" variant="default" loading={form.saving} className={classes.besideField ?? ''}>
            {t('team.addButton')}
          </Button>
        </div>
      </RecordForm>
    </div>
  )
}

type MemberForm = ReturnType<typeof useMemberForm>

interface Member {
  userId: string | null
  role: TeamMember['role']
  delegateOf: string | null
}

function useMemberForm(job: Job) {
  const { t } = useTranslation('jobs')
  const values: Member = { userId: null, role: 'recruiter', delegateOf: null }
  const form = useFormState({
    values,
    check: newTeamMember,
    save: async ({ userId, role, delegateOf }) => {
      const member = { userId: userId ?? '', role, delegateOf: role === 'delegate' ? delegateOf : null }
      const team = await answer(api.jobs[':id']['hiring-team'].$post({ param: { id: job.id }, json: member }))
      return team.data.find(one => one.userId === userId)
    },
    onSaved: added => {
      refreshJob(job.id)
      showToast({ message: t('team.added', { name: added?.name }) })
      form.reset()
    },
  })
  return form
}

/** Finds people while typing; whoever is on the team or switched off is not offered. */
function PersonSelect({ job, form, label }: { job: Job; form: MemberForm; label: string }) {
  const { t } = useTranslation('jobs')
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 150)
  const onTeam = new Set(job.team.map(member => member.userId))
  const users = useQuery({
    queryKey: ['users', 'active', words],
    queryFn: () => answer(api.users.$get({ query: { active: 'true', ...(words && { q: words }) } })),
    placeholderData: keepPreviousData,
  })
  const free = (users.data?.data ?? []).filter(user => !onTeam.has(user.id))
  return (
    <Select
      {...longList}
      id={form.idOf('userId')}
      label={label}
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t(users.error ? 'team.peopleFailed' : 'team.nobodyFound')}
      value={form.values.userId}
      error={form.errorOf('userId')}
      onChange={value => form.set('userId', value)}
      data={free.map(user => ({ value: user.id, label: `${user.firstName} ${user.lastName}` }))}
    />
  )
}

function leads(job: Job): TeamMember[] {
  return job.team.filter(member => member.role === 'recruiter' || member.role === 'hiring_manager')
}
