import { ActionIcon, Button, Group, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Initials } from '../../ui/Initials.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { useJobOfPage } from './JobPage.tsx'
import classes from './jobs.module.css'
import { type Job, jobRoles, type TeamMember } from './jobs.shapes.ts'
import { useJobChange } from './useJob.tsx'

export function HiringTeamTab() {
  const { t } = useTranslation('jobs')
  const job = useJobOfPage()
  const wordProblem = useProblemWords()
  const remove = useJobChange(job.id, (userId: string) =>
    answer(api.jobs[':id']['hiring-team'][':userId'].$delete({ param: { id: job.id, userId } })),
  )
  return (
    <div className={classes.formWidth}>
      <Section title={t('tabs.team')} count={job.team.length} note={t('team.note')}>
        {remove.error ? (
          <div role="alert" className={classes.problem}>
            <StatusWord tone="bad">{wordProblem(remove.error)}</StatusWord>
          </div>
        ) : null}
        <ul className={classes.members}>
          {job.team.map(member => (
            <MemberRow
              key={member.userId}
              member={member}
              onRemove={job.permissions.editTeam ? () => remove.mutate(member.userId) : undefined}
            />
          ))}
        </ul>
      </Section>
      {job.permissions.editTeam ? <AddMember job={job} /> : null}
    </div>
  )
}

function MemberRow({ member, onRemove }: { member: TeamMember; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('jobs')
  return (
    <li className={classes.member}>
      <Initials name={member.name} size={28} />
      <span className={classes.memberName}>{member.name}</span>
      <span className={classes.memberRole}>
        {member.delegateOf ? t('team.delegateOf', { name: member.delegateOf.name }) : t(`role.${member.role}`)}
      </span>
      {onRemove ? (
        <ActionIcon aria-label={t('team.remove', { name: member.name })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      ) : null}
    </li>
  )
}

function AddMember({ job }: { job: Job }) {
  const { t } = useTranslation('jobs')
  const wordProblem = useProblemWords()
  const [userId, setUserId] = useState<string | null>(null)
  const [role, setRole] = useState<(typeof jobRoles)[number]>('recruiter')
  const [delegateOf, setDelegateOf] = useState<string | null>(null)
  const users = useQuery({ queryKey: ['users', 'team'], queryFn: () => answer(api.users.$get({ query: {} })) })
  const onTeam = new Set(job.team.map(member => member.userId))
  const principals = job.team.filter(member => member.role === 'recruiter' || member.role === 'hiring_manager')
  const add = useJobChange(job.id, (id: string) =>
    answer(
      api.jobs[':id']['hiring-team'].$post({
        param: { id: job.id },
        json: { userId: id, role, delegateOf: role === 'delegate' ? delegateOf : null },
      }),
    ),
  )
  const run = () => {
    if (userId) add.mutate(userId, { onSuccess: () => setUserId(null) })
  }
  return (
    <Section title={t('team.add')}>
      <form
        className={classes.addMember}
        onSubmit={event => {
          event.preventDefault()
          run()
        }}
      >
        <Group align="flex-end">
          <Select
            label={t('team.person')}
            searchable
            value={userId}
            onChange={setUserId}
            data={(users.data?.data ?? [])
              .filter(user => user.active && !onTeam.has(user.id))
              .map(user => ({ value: user.id, label: `${user.firstName} ${user.lastName}` }))}
          />
          <Select
            label={t('team.role')}
            value={role}
            onChange={value => setRole(jobRoles.find(one => one === value) ?? 'recruiter')}
            data={jobRoles.map(one => ({ value: one, label: t(`role.${one}`) }))}
            allowDeselect={false}
          />
          {role === 'delegate' ? (
            <Select
              label={t('team.standsInFor')}
              value={delegateOf}
              onChange={setDelegateOf}
              data={principals.map(member => ({ value: member.userId, label: member.name }))}
            />
          ) : null}
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('team.addButton')}
          </Button>
        </Group>
        {add.error ? (
          <div role="alert" className={classes.problem}>
            <StatusWord tone="bad">{wordProblem(add.error)}</StatusWord>
          </div>
        ) : null}
      </form>
    </Section>
  )
}
