import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { showToast } from '../../ui/toast.tsx'
import { openReceiptsQuery } from './job-linkedin-queries.tsx'
import classes from './job-receipts.module.css'
import type { ExportReceipt } from './one-click-export.shapes.ts'
import { ReceiptLine } from './ReceiptLine.tsx'

/** Above the board: what became of the exports to this job that I have not closed yet. The board shows without it too. */
export function JobReceipts({ jobId }: { jobId: string }) {
  const { t } = useTranslation('job-linkedin-facts')
  const [all, setAll] = useState(false)
  const narrow = useMediaQuery('(max-width: 48em)')
  const { data } = useQuery(openReceiptsQuery(jobId))
  const dismiss = useDismiss(jobId)
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

/** Gone at once, and for good; back again if the server did not take it. */
function useDismiss(jobId: string) {
  const { t } = useTranslation('job-linkedin-facts')
  const { queryKey } = openReceiptsQuery(jobId)
  return useMutation({
    mutationFn: (receipt: ExportReceipt) =>
      answer(api['export-receipts'][':id'].dismissal.$post({ param: { id: receipt.id } })),
    onMutate: receipt => {
      queryClient.setQueryData(
        queryKey,
        page => page && { ...page, data: page.data.filter(one => one.id !== receipt.id) },
      )
    },
    onError: () => showToast({ message: t('receipts.notClosed') }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exportReceipts'] }),
  })
}
