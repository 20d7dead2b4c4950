import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'
import classes from './help.module.css'
import { listHelpTopics } from './help-topics.tsx'

/** The guides to working with LinkedIn Recruiter. */
export function HelpPage() {
  const { t } = useTranslation('help')
  return (
    <Page title={t('title')} subtitle={t('lead')} airy>
      <ul className={classes.topics}>
        {listHelpTopics().map(topic => (
          <li key={topic}>
            <h2>
              <Link to="/help/$topic" params={{ topic }}>
                {t(`topic.${topic}.title`)}
              </Link>
            </h2>
            <p>{t(`topic.${topic}.lead`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
