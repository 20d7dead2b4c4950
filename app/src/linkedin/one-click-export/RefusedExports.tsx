import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './export-news.module.css'
import { refusedExportsQuery } from './export-news.tsx'
import type { ExportReceipt } from './one-click-export.shapes.ts'
import { useDismissReceipt } from './useDismissReceipt.tsx'
import { useReceiptWords } from './useReceiptWords.tsx'

/** Home: exports that did not arrive, each with its cause and what helps, until one closes it. */
export function RefusedExports() {
  const { t } = useTranslation('one-click-export')
  const { data } = useQuery(refusedExportsQuery)
  const dismiss = useDismissReceipt(refusedExportsQuery.queryKey)
  const refused = data?.data ?? []
  if (refused.length === 0) return null
  return (
    <Section title={t('refusedExports.title')} {...(data?.hasNext ? {} : { count: refused.length })}>
      <ul className="plain-list">
        {refused.map(receipt => (
          <RefusedExport key={receipt.id} receipt={receipt} onClose={() => dismiss.mutate(receipt)} />
        ))}
      </ul>
      {data?.hasNext ? <p className={classes.facts}>{t('refusedExports.more')}</p> : null}
    </Section>
  )
}

function RefusedExport({ receipt, onClose }: { receipt: ExportReceipt; onClose: () => void }) {
  const { t } = useTranslation('one-click-export')
  const { values, cause } = useReceiptWords(receipt)
  return (
    <li className={classes.warning}>
      <IconAlertTriangle size={16} aria-hidden />
      <h3>{t(`refusedExports.${receipt.outcome}`, values)}</h3>
      <CloseButton
        size={28}
        iconSize={16}
        className={classes.close ?? ''}
        aria-label={t('line.close', values)}
        onClick={onClose}
      />
      {cause ? (
        <p className={classes.why}>
          {cause.why} {cause.remedy}
        </p>
      ) : null}
      <p className={classes.facts}>
        {receipt.exporter ? `${receipt.exporter.name}, ` : null}
        <Time at={receipt.exportedAt ?? receipt.receivedAt} />
      </p>
      <p className={classes.next}>
        <NextStep receipt={receipt} job={values.job} />
      </p>
    </li>
  )
}

function NextStep({ receipt, job }: { receipt: ExportReceipt; job: string }) {
  const { t } = useTranslation('one-click-export')
  if (receipt.cause === 'exporterUnknown') {
    return <Link to="/settings/connections">{t('refusedExports.connect')}</Link>
  }
  if (receipt.candidateId) {
    return (
      <Link to="/candidates/$candidateId" params={{ candidateId: receipt.candidateId }}>
        {t('refusedExports.openCandidate')}
      </Link>
    )
  }
  if (receipt.jobId) {
    return (
      <Link to="/jobs/$jobId" params={{ jobId: receipt.jobId }}>
        {t('refusedExports.openJob', { job })}
      </Link>
    )
  }
  return null
}
