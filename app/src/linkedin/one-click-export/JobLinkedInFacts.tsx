import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClient } from '../../api.ts'
import facts from '../../hiring/jobs/job-facts.module.css'
import type { Job } from '../../hiring/jobs/jobs.shapes.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { onLiveEvent } from '../../ui/live.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Exporters } from './Exporters.tsx'
import { ExportersInShort } from './ExportersInShort.tsx'
import classes from './job-linkedin-facts.module.css'
import { jobInLinkedInQuery } from './job-linkedin-queries.tsx'
import type { JobInLinkedIn } from './one-click-export.shapes.ts'
import { hasOldVersion, VisibleInLinkedIn } from './VisibleInLinkedIn.tsx'

/** In the header of a job: who can export to it, and whether LinkedIn shows it. Each no says why. */
export function JobLinkedInFacts({ job }: { job: Job }) {
  const { t } = useTranslation('job-linkedin-facts')
  const query = useQuery(jobInLinkedInQuery(job.id))
  useOwnEvents(job.id)
  return (
    <>
      <div className={facts.fact} data-gives-way>
        <dt>{t(job.state === 'draft' ? 'exporters.titleDraft' : 'exporters.title')}</dt>
        <dd>{query.data ? <ExportersFact jobId={job.id} there={query.data} /> : <Absent query={query} />}</dd>
      </div>
      {/* With little room only a no is news. */}
      <div className={facts.fact} data-quiet={(query.data?.visible && !hasOldVersion(query.data)) || undefined}>
        <dt>{t('visible.title')}</dt>
        <dd>{query.data ? <VisibleInLinkedIn job={job} there={query.data} /> : <Absent query={query} />}</dd>
      </div>
    </>
  )
}

/** Loading takes the place of a line of text; an error says so and offers to try again. */
function Absent({ query }: { query: { error: Error | null; refetch: () => unknown } }) {
  const { t } = useTranslation(['job-linkedin-facts', 'ui'])
  if (!query.error) return <span className={classes.loading} role="status" aria-label={t('ui:state.loading')} />
  return (
    <>
      <StatusWord tone="warning">{t('job-linkedin-facts:failed')}</StatusWord>
      <LinkLikeButton onClick={() => query.refetch()}>{t('ui:state.retry')}</LinkLikeButton>
    </>
  )
}

interface ExportersFactProps {
  jobId: string
  there: JobInLinkedIn
}

function ExportersFact({ jobId, there }: ExportersFactProps) {
  const { t } = useTranslation('job-linkedin-facts')
  return (
    <>
      <ExportersInShort jobId={jobId} there={there} />
      {there.people.length > 0 ? (
        <Popover width={380} position="bottom-start" trapFocus returnFocus>
          <Popover.Target>
            <UnstyledButton className={classes.all} aria-label={t('exporters.nameByName')}>
              <IconChevronDown size={16} aria-hidden />
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('exporters.nameByName')}>
            <Exporters jobId={jobId} there={there} />
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </>
  )
}

/** Events of a job refresh its facts by themselves; people and the connection to LinkedIn belong to no job. */
function useOwnEvents(jobId: string): void {
  useEffect(
    () =>
      onLiveEvent(({ subjectKind }) => {
        if (subjectKind !== 'user' && subjectKind !== 'linkedin') return
        queryClient.invalidateQueries({ queryKey: jobInLinkedInQuery(jobId).queryKey })
      }),
    [jobId],
  )
}
