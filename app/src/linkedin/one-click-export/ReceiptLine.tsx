import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Time } from '../../ui/Time.tsx'
import type { ExportReceipt } from './one-click-export.shapes.ts'
import classes from './receipt-line.module.css'
import { isOnJobAlready, useReceiptWords } from './useReceiptWords.tsx'

interface ReceiptLineProps {
  receipt: ExportReceipt
  /** Closing hides it for this person for good. */
  onClose?: () => void
}

/** The receipt of one export on a job's page: what arrived, by whom, when, and for a refusal why and what helps. */
export function ReceiptLine({ receipt, onClose }: ReceiptLineProps) {
  const { t } = useTranslation('one-click-export')
  const { isGood, values, cause } = useReceiptWords(receipt)
  return (
    <div className={classes.line} data-good={isGood || undefined} role={isGood ? undefined : 'group'}>
      {isGood ? <IconDownload size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
      <p className={classes.text}>
        <span>
          <Trans
            t={t}
            i18nKey={`line.${isOnJobAlready(receipt) ? 'alreadyOnJob' : receipt.outcome}`}
            values={values}
            components={{ name: <b /> }}
          />
        </span>
        {cause ? (
          <span className={classes.cause}>
            {cause.why} {cause.remedy}
          </span>
        ) : null}
        <ReceiptFacts receipt={receipt} />
      </p>
      {receipt.candidateId ? <OpenCandidate receipt={receipt} /> : null}
      {onClose ? (
        <CloseButton
          size={28}
          iconSize={16}
          aria-label={t('line.close', values)}
          onClick={onClose}
          className={classes.close ?? ''}
        />
      ) : null}
    </div>
  )
}

function ReceiptFacts({ receipt }: { receipt: ExportReceipt }) {
  const { t, i18n } = useTranslation('one-click-export')
  const { user } = useSession()
  const seconds = (Date.parse(receipt.settledAt) - Date.parse(receipt.receivedAt)) / 1000
  const inSeconds = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
  return (
    <span className={classes.facts}>
      {receipt.exporter ? <span>{receipt.exporter.id === user.id ? t('you') : receipt.exporter.name}, </span> : null}
      <Time at={receipt.exportedAt ?? receipt.receivedAt} />
      {receipt.outcome === 'joined' && !isOnJobAlready(receipt) ? <span> · {t('line.joinedFact')}</span> : null}
      {seconds < 60 ? <span> · {seconds < 1 ? t('line.atOnce') : inSeconds.format(seconds)}</span> : null}
    </span>
  )
}

function OpenCandidate({ receipt }: { receipt: ExportReceipt }) {
  const { t } = useTranslation('one-click-export')
  return (
    <Link
      to="/candidates/$candidateId"
      params={{ candidateId: receipt.candidateId ?? '' }}
      search={receipt.applicationId ? { application: receipt.applicationId } : {}}
      className={classes.open}
    >
      {t('line.open')}
    </Link>
  )
}
