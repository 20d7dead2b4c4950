import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './export-news.module.css'
import { exportNewsQuery } from './export-news.tsx'
import type { ExportReceipt } from './one-click-export.shapes.ts'
import { isOnJobAlready, useReceiptWords } from './useReceiptWords.tsx'

/** Home: who arrived from LinkedIn Recruiter while I was away. */
export function ExportsSinceVisit() {
  const { t } = useTranslation('one-click-export')
  const query = useQuery(exportNewsQuery)
  const arrived = query.data?.data
  return (
    <Section title={t('news.title')} {...(arrived?.length ? { count: arrived.length } : {})}>
      <Loaded query={query} failed={t('news.failed')} loading={<Loading rows={3} rowHeight={48} />}>
        {() =>
          arrived?.length ? (
            <ArrivedTable receipts={arrived} />
          ) : (
            <EmptyState title={t('news.emptyTitle')} why={t('news.emptyWhy')} />
          )
        }
      </Loaded>
    </Section>
  )
}

function ArrivedTable({ receipts }: { receipts: readonly ExportReceipt[] }) {
  const { t } = useTranslation('one-click-export')
  return (
    <table className={classes.table} aria-label={t('news.title')}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('news.columns.person')}</th>
          <th scope="col">{t('news.columns.job')}</th>
          <th scope="col">{t('news.columns.exporter')}</th>
          <th scope="col">{t('news.columns.at')}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map(receipt => (
          <ArrivedRow key={receipt.id} receipt={receipt} />
        ))}
      </tbody>
    </table>
  )
}

function ArrivedRow({ receipt }: { receipt: ExportReceipt }) {
  const { t } = useTranslation('one-click-export')
  const { user } = useSession()
  const { values } = useReceiptWords(receipt)
  const second = isOnJobAlready(receipt) ? t('news.alreadyOnJob') : receipt.headline
  return (
    <tr>
      <th scope="row" className={classes.person}>
        <PersonLink receipt={receipt} name={values.person} />
        <span className={classes.headline}>{second}</span>
      </th>
      <td className={classes.job}>
        {receipt.jobId ? (
          <Link to="/jobs/$jobId" params={{ jobId: receipt.jobId }}>
            {values.job}
          </Link>
        ) : (
          values.job
        )}
      </td>
      <td className={classes.exporter}>{receipt.exporter?.id === user.id ? t('you') : receipt.exporter?.name}</td>
      <td className={classes.at}>
        <Time at={receipt.exportedAt ?? receipt.receivedAt} />
      </td>
    </tr>
  )
}

function PersonLink({ receipt, name }: { receipt: ExportReceipt; name: string }) {
  if (!receipt.candidateId) return <span className={classes.name}>{name}</span>
  return (
    <Link
      to="/candidates/$candidateId"
      params={{ candidateId: receipt.candidateId }}
      search={receipt.applicationId ? { application: receipt.applicationId } : {}}
      className={classes.name}
    >
      {name}
    </Link>
  )
}
