import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/links.tsx'
import { NotFoundPage } from '../../ui/NotFoundPage.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './help.module.css'
import { type HelpTopic, helpTopics, isHelpTopic } from './help-topics.tsx'

export function HelpTopicPage() {
  const { topic } = useParams({ strict: false })
  return topic !== undefined && isHelpTopic(topic) ? <Guide topic={topic} /> : <NotFoundPage />
}

function Guide({ topic }: { topic: HelpTopic }) {
  const { t } = useTranslation('help')
  const { steps, notes, screen } = helpTopics[topic]
  return (
    <Page
      title={t(`topic.${topic}.title`)}
      crumbs={[
        <Link key="help" to="/help">
          {t('title')}
        </Link>,
      ]}
      subtitle={t(`topic.${topic}.for`)}
      actions={
        <LinkButton to={screen} variant="default">
          {t(`topic.${topic}.screen`)}
        </LinkButton>
      }
      airy
    >
      <div className={classes.guide}>
        <p className={classes.lead}>{t(`topic.${topic}.lead`)}</p>
        <Section title={t('steps')}>
          <ol className={classes.steps}>
            {steps.map(step => (
              <li key={step}>{t(`topic.${topic}.step.${step}`)}</li>
            ))}
          </ol>
        </Section>
        <Section title={t('notes')}>
          <ul className={classes.notes}>
            {notes.map(note => (
              <li key={note}>{t(`topic.${topic}.note.${note}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  )
}
