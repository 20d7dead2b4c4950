import { useTranslation } from 'react-i18next'
import { Time } from '../../ui/Time.tsx'
import facts from '../candidates/candidate-facts.module.css'
import type { Application } from './applications.shapes.ts'

/** How this person came onto the job, by whom and when. */
export function ApplicationSource({ application }: { application: Application }) {
  const { t } = useTranslation(['applications', 'candidates'])
  const { source, sourceUser, history } = application
  const since = history[0]?.at
  return (
    <div className={facts.fact} data-source>
      <dt>{t('applications:page.source')}</dt>
      <dd>
        {t(source === 'linkedin' ? 'applications:page.linkedinExport' : `candidates:source.${source}`)}
        <span className={facts.none}>
          {sourceUser ? `${sourceUser.name}, ` : null}
          {since ? <Time at={since} as="day" /> : null}
        </span>
      </dd>
    </div>
  )
}
