import { useTranslation } from 'react-i18next'
import type { ExportReceipt } from './one-click-export.shapes.ts'

interface ReceiptWords {
  isGood: boolean
  values: { person: string; job: string; jobFirst: string; exporter: string; exporterFirst: string; reference: string }
  /** Why it was refused or failed, and what helps. */
  cause: { why: string; remedy: string } | null
}

/** What a receipt says, in words; names that LinkedIn did not give have a stand-in. */
export function useReceiptWords(receipt: ExportReceipt): ReceiptWords {
  const { t } = useTranslation('one-click-export')
  const values = {
    person: receipt.personName ?? t('someone'),
    // Inside a sentence and at its start.
    job: receipt.jobTitle ?? t('theJob'),
    jobFirst: receipt.jobTitle ?? t('theJobFirst'),
    exporter: receipt.exporter?.name ?? t('theExporter'),
    exporterFirst: receipt.exporter?.name ?? t('theExporterFirst'),
    reference: receipt.jobReference ?? t('noReference'),
  }
  return {
    isGood: receipt.outcome === 'arrived' || receipt.outcome === 'joined',
    values,
    cause: receipt.cause
      ? { why: t(`causes.${receipt.cause}.why`, values), remedy: t(`causes.${receipt.cause}.remedy`, values) }
      : null,
  }
}

/** Nothing was changed by the export, whichever stage the person has reached. */
export function isOnJobAlready(receipt: ExportReceipt): boolean {
  return receipt.cause === 'alreadyOnJob'
}
