import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { showToast } from '../../ui/toast.tsx'
import type { ExportReceipt } from './one-click-export.shapes.ts'

interface ReceiptsPage {
  data: ExportReceipt[]
}

/** Gone from this list at once, and for good; back again if the server did not take it. */
export function useDismissReceipt(queryKey: readonly unknown[]) {
  const { t } = useTranslation('one-click-export')
  return useMutation({
    mutationFn: (receipt: ExportReceipt) =>
      answer(api['export-receipts'][':id'].dismissal.$post({ param: { id: receipt.id } })),
    onMutate: receipt => {
      queryClient.setQueryData<ReceiptsPage>(
        queryKey,
        page => page && { ...page, data: page.data.filter(one => one.id !== receipt.id) },
      )
    },
    onError: () => showToast({ message: t('line.notClosed') }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['exportReceipts'] }),
  })
}
