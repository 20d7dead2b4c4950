import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AddMember } from './AddMember.tsx'
import { useJobOfPage } from './JobPage.tsx'
import classes from './jobs.module.css'
import type { TeamMember } from './jobs.shapes.ts'
import { useJobChange } from './useJob.tsx'

/** Who runs this job and who helps; delegates stand under the person they stand in for. */
export function HiringTeamTab() {
  const { t } = useTranslation(['jobs', 'ui'])
  const job = useJobOfPage()
  const remove = useJobChange(job.id, (member: TeamMember) =>
    answer(api.jobs[':id']['hiring-team'][':userId'].$delete({ param: { id: job.id, userId: member.userId } })),
  )
  const putBack = useJobChange(job.id, async (members: readonly TeamMember[]) => {
    for (const { userId, role, delegateOf } of members) {
      const json = { userId, role, delegateOf: delegateOf?.id ?? null }
      await answer(api.jobs[':id']['hiring-team'].$post({ param: { id: job.id }, json }))
    }
  })
  const onRemove = (member: TeamMember) => {
    // His delegates leave with him, and come back after him.
    const leaving = [member, ...job.team.filter(other => other.delegateOf?.id === member.userId)]
    const undo = { label: t('ui:undo'), onClick: () => putBack.mutate(leaving) }
    remove.mutate(member, {
      onSuccess: () => showToast({ message: t('jobs:team.removed', { name: member.name }), action: undo }),
    })
  }
  return (
    <div className={classes.formWidth}>
      <Section title={t('jobs:tabs.team')} count={job.team.length} note={t('jobs:team.note')}>
        {remove.error ? <Refusal error={remove.error} /> : null}
        {putBack.error ? <Refusal error={putBack.error} /> : null}
        <ul className={classes.members}>
          {inOrder(job.team).map(member => (
            <MemberRow key={member.userId} member={member} onRemove={job.permissions.editTeam ? onRemove : undefined} />
          ))}
        </ul>
      </Section>
      {job.permissions.editTeam ? (
        <Section title={t('jobs:team.add')}>
          <AddMember job={job} />
        </Section>
      ) : null}
    </div>
  )
}

function Refusal({ error }: { error: Error }) {
  const wordProblem = useProblemWords()
  return (
    <div role="alert" className={classes.problem}>
      <StatusWord tone="bad">{wordProblem(error)}</StatusWord>
    </div>
  )
}

interface MemberRowProps {
  member: TeamMember
  onRemove: ((member: TeamMember) => void) | undefined
}

function MemberRow({ member, onRemove }: MemberRowProps) {
  const { t } = useTranslation('jobs')
  const { user } = useSession()
  return (
    <li className={classes.member} data-delegate={member.delegateOf ? true : undefined}>
      <Initials name={member.name} size={28} own={member.userId === user.id} />
      <div className={classes.memberText}>
        <span className={classes.memberName}>{member.name}</span>
        <span className={classes.memberRole}>
          {member.delegateOf ? t('team.delegateOf', { name: member.delegateOf.name }) : t(`role.${member.role}`)}
        </span>
      </div>
      {onRemove ? (
        <ActionIcon aria-label={t('team.remove', { name: member.name })} onClick={() => onRemove(member)}>
          <IconTrash size={16} />
        </ActionIcon>
      ) : null}
    </li>
  )
}

function inOrder(team: readonly TeamMember[]): TeamMember[] {
  const own = team.filter(member => !member.delegateOf)
  return own.flatMap(member => [member, ...team.filter(other => other.delegateOf?.id === member.userId)])
}
