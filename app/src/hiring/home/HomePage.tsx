import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNow } from '../../ui/Time.tsx'
import { HomeTasks } from './HomeTasks.tsx'
import classes from './home-page.module.css'
import { OwnJobs } from './OwnJobs.tsx'
import { useHomeVisit } from './useHomeVisit.tsx'

interface HomePageProps {
  /** Who came in since the last visit. */
  news: ReactNode
  /** What needs a look. */
  warnings: ReactNode
}

export function HomePage({ news, warnings }: HomePageProps) {
  const { t, i18n } = useTranslation('home')
  const { user } = useSession()
  const now = useNow()
  useHomeVisit()
  const today = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(now)
  return (
    <Page
      airy
      title={t(`greeting.${partOfDay(now)}`, { name: user.firstName })}
      crumb={t('title')}
      subtitle={<span className={classes.today}>{today}</span>}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <HomeTasks />
          {news}
          <OwnJobs />
        </div>
        <div className={classes.side}>{warnings}</div>
      </div>
    </Page>
  )
}

function partOfDay(now: number): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date(now).getHours()
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
