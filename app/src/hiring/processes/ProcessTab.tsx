import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { useJobOfPage } from '../jobs/JobPage.tsx'
import type { ProspectSetting } from '../jobs/jobs.shapes.ts'
import { useJobChange } from '../jobs/useJob.tsx'
import classes from './processes.module.css'

/** The stages of this job, and the one setting that LinkedIn depends on: Prospect, frozen after activation. */
export function ProcessTab() {
  const { t } = useTranslation('processes')
  const job = useJobOfPage()
  const wordProblem = useProblemWords()
  const change = useJobChange(job.id, (setting: ProspectSetting) =>
    answer(api.jobs[':id'].process.prospect.$patch({ param: { id: job.id }, json: setting })),
  )
  const frozen = job.state !== 'draft' || !job.permissions.edit
  return (
    <div className={classes.process}>
      <Section title={t('title')} note={t(job.state === 'draft' ? 'noteDraft' : 'noteFrozen')}>
        <ol className={classes.stages}>
          {job.stages.map(stage => (
            <li key={stage.id} className={classes.stage} data-off={!stage.enabled || undefined}>
              <div className={classes.stageName}>
                {stage.name} <span className={classes.kind}>{t(`kind.${stage.kind}`)}</span>
              </div>
              {stage.kind === 'prospect' ? (
                <div className={classes.settings}>
                  <Switch
                    label={t('prospect.enabled')}
                    description={t('prospect.enabledWhy')}
                    checked={stage.enabled}
                    disabled={frozen || change.isPending}
                    onChange={event => change.mutate({ enabled: event.currentTarget.checked })}
                  />
                  <Switch
                    label={t('prospect.hiringManagers')}
                    description={t('prospect.hiringManagersWhy')}
                    checked={stage.openToHiringManagers}
                    disabled={frozen || !stage.enabled || change.isPending}
                    onChange={event => change.mutate({ openToHiringManagers: event.currentTarget.checked })}
                  />
                </div>
              ) : null}
            </li>
          ))}
        </ol>
        {change.error ? (
          <div role="alert">
            <StatusWord tone="bad">{wordProblem(change.error)}</StatusWord>
          </div>
        ) : null}
      </Section>
    </div>
  )
}
