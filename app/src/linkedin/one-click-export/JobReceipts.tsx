import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { openReceiptsQuery } from './job-linkedin-queries.tsx'
import classes from './job-receipts.module.css'
import { ReceiptLine } from './ReceiptLine.tsx'
import { useDismissReceipt } from './useDismissReceipt.tsx'

/** Above the board: what became of the exports to this job that I have not closed yet. The board shows without it too. */
export function JobReceipts({ jobId }: { jobId: string }) {
  const { t } = useTranslation('job-linkedin-facts')
  const [all, setAll] = useState(false)
  const narrow = useMediaQuery('(max-width: 48em)')
  const query = openReceiptsQuery(jobId)
  const { data } = useQuery(query)
  const dismiss = useDismissReceipt(query.queryKey)
  const receipts = data?.data ?? []
  if (receipts.length === 0) return null
  // The newest only: the board is what people come for.
  const shown = all ? receipts : receipts.slice(0, narrow ? 1 : 2)
  return (
    <section aria-label={t('receipts.title')} className={classes.receipts}>
      {shown.map(receipt => (
        <ReceiptLine key={receipt.id} receipt={receipt} onClose={() => dismiss.mutate(receipt)} />
      ))}
      {receipts.length > shown.length ? (
        <LinkLikeButton onClick={() => setAll(true)}>
          {t('receipts.more', { count: receipts.length - shown.length })}
        </LinkLikeButton>
      ) : null}
    </section>
  )
}
