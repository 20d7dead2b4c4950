import { Switch } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { useJobOfPage } from '../jobs/JobPage.tsx'
import type { Job, ProspectSetting, Stage } from '../jobs/jobs.shapes.ts'
import { useJobChange } from '../jobs/useJob.tsx'
import classes from './processes.module.css'

/** The stages of this job, and the one setting that LinkedIn depends on: Prospect, frozen after activation. */
export function ProcessTab() {
  const { t } = useTranslation('processes')
  const job = useJobOfPage()
  return (
    <div className={classes.process}>
      <Section
        title={t('title')}
        count={job.stages.filter(stage => stage.enabled).length}
        note={t(job.state === 'draft' ? 'noteDraft' : 'noteFrozen')}
      >
        <ol className={classes.stages}>
          {job.stages.map(stage => (
            <li key={stage.id} className={classes.stage} data-off={!stage.enabled || undefined}>
              <div className={classes.stageName}>
                {stage.name} <span className={classes.kind}>{t(`kind.${stage.kind}`)}</span>
              </div>
              {stage.kind === 'prospect' ? <ProspectSettings job={job} stage={stage} /> : null}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}

function ProspectSettings({ job, stage }: { job: Job; stage: Stage }) {
  const { t } = useTranslation('processes')
  const wordProblem = useProblemWords()
  const change = useJobChange(job.id, (setting: ProspectSetting) =>
    answer(api.jobs[':id'].process.prospect.$patch({ param: { id: job.id }, json: setting })),
  )
  // While it is on its way, the switch shows what was asked for.
  const wanted = { ...stage, ...(change.isPending ? change.variables : {}) }
  if (job.state !== 'draft' || !job.permissions.edit) return <FrozenProspect stage={stage} />
  return (
    <div className={classes.settings}>
      <Switch
        label={t('prospect.enabled')}
        description={t('prospect.enabledWhy')}
        checked={wanted.enabled}
        onChange={event => change.mutate({ enabled: event.currentTarget.checked })}
      />
      {wanted.enabled ? (
        <Switch
          label={t('prospect.hiringManagers')}
          description={t('prospect.hiringManagersWhy')}
          checked={wanted.openToHiringManagers}
          onChange={event => change.mutate({ openToHiringManagers: event.currentTarget.checked })}
        />
      ) : null}
      {change.error ? (
        <div role="alert">
          <StatusWord tone="bad">{wordProblem(change.error)}</StatusWord>
        </div>
      ) : null}
    </div>
  )
}

/** A setting that cannot be changed is said in words: a grey switch would only raise the question why. */
function FrozenProspect({ stage }: { stage: Stage }) {
  const { t } = useTranslation('processes')
  if (!stage.enabled) return <p className={classes.note}>{t('prospect.isOff')}</p>
  return (
    <>
      <p className={classes.note}>
        <IconEyeOff size={15} aria-hidden /> {t('prospect.notShared')}
      </p>
      <p className={classes.note}>{t(stage.openToHiringManagers ? 'prospect.isOpen' : 'prospect.isClosed')}</p>
    </>
  )
}
