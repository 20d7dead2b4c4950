import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Time } from '../../ui/Time.tsx'
import { BackToSignIn } from '../auth/ForgotPasswordPage.tsx'
import { SignInFrame } from '../auth/SignInFrame.tsx'
import classes from './demo-mail-page.module.css'

const REFRESH_MS = 3_000

export function DemoMailPage() {
  const { t } = useTranslation('mail')
  const query = useQuery({
    queryKey: ['demo-mails'],
    queryFn: () => answer(api.demo.mails.$get()),
    refetchInterval: REFRESH_MS,
  })
  return (
    <SignInFrame title={t('title')} lead={t('lead')} wide>
      <Loaded query={query} failed={t('failed')}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />
          ) : (
            <ul className="plain-list">
              {data.map(mail => (
                <li key={`${mail.at} ${mail.to} ${mail.subject}`} className={classes.mail}>
                  <h2 className={classes.subject}>{mail.subject}</h2>
                  <p className={classes.to}>
                    {t('to', { address: mail.to })} · <Time at={mail.at} />
                  </p>
                  <MailText text={mail.text} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <BackToSignIn />
    </SignInFrame>
  )
}

/** Addresses can be followed. */
function MailText({ text }: { text: string }) {
  return text
    .trim()
    .split('\n\n')
    .map(paragraph => {
      const [before, address, after] = paragraph.split(/(https?:\/\/\S+)/)
      return (
        <p key={paragraph} className={classes.text}>
          {before}
          {address ? <a href={address}>{address}</a> : null}
          {after}
        </p>
      )
    })
}
