import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import { useActivityWords } from './activity-words.tsx'
import classes from './candidate-activity.module.css'
import type { CandidateActivity as Line } from './candidates.shapes.ts'

/** What happened to this person, newest first: who did it, and when. */
export function CandidateActivity({ candidateId }: { candidateId: string }) {
  const { t } = useTranslation('candidates')
  const activity = useInfiniteQuery({
    queryKey: ['candidate', candidateId, 'activity'],
    queryFn: ({ pageParam }) =>
      answer(
        api.candidates[':id'].activity.$get({
          param: { id: candidateId },
          query: { limit: 50, ...(pageParam && { next: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
  })
  return (
    <Section title={t('activity.title')}>
      <Loaded query={activity} failed={t('activity.failed')} loading={<Loading rows={6} rowHeight={40} />}>
        {data => <Lines lines={data.pages.flatMap(page => page.data)} />}
      </Loaded>
      {activity.hasNextPage ? (
        <Button
          variant="default"
          mt="md"
          loading={activity.isFetchingNextPage}
          onClick={() => activity.fetchNextPage()}
        >
          {t('activity.more')}
        </Button>
      ) : null}
    </Section>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('candidates')
  const word = useActivityWords()
  if (lines.length === 0) return <EmptyState title={t('activity.none')} why={t('activity.noneWhy')} />
  return (
    <ol className={classes.lines}>
      {lines.map(line => (
        <li key={line.id} className={classes.line}>
          <span>{word(line)}</span>
          <span className={classes.at}>
            <Time at={line.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
