import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { longList } from '../search/long-list.tsx'
import classes from './erase-dialog.module.css'
import { erasureReasons, newErasure } from './erasing.shapes.ts'

interface EraseDialogProps {
  candidateId: string
  name: string
  onClose: () => void
}

/** Says what goes for good, and takes the person's name as a yes. */
export default function EraseDialog({ candidateId, name, onClose }: EraseDialogProps) {
  const { t } = useTranslation('erasing')
  const title = t('title', { name })
  return (
    <Modal opened onClose={onClose} size={480} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <EraseForm candidateId={candidateId} name={name} onClose={onClose} />
    </Modal>
  )
}

function EraseForm({ candidateId, name, onClose }: EraseDialogProps) {
  const { t } = useTranslation('erasing')
  const navigate = useNavigate()
  const form = useFormState({
    values: { reason: '', name: '' },
    check: newErasure,
    save: typed =>
      answer(api.candidates[':id'].erasure.$post({ param: { id: candidateId }, json: newErasure.parse(typed) })),
    onSaved: async () => {
      showToast({ message: t('done') })
      // The page of somebody who is gone must not be asked for again.
      await navigate({ to: '/candidates', replace: true })
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(candidateId) })
      await queryClient.invalidateQueries()
    },
  })
  const labels = { reason: t('reason'), name: t('name', { name }) }
  return (
    <RecordForm form={form} name={t('title', { name })} labels={labels}>
      <p className={classes.what}>{t('goes')}</p>
      <p className={classes.what}>{t('linkedIn')}</p>
      <Select
        {...longList}
        id={form.idOf('reason')}
        label={labels.reason}
        data={erasureReasons.map(reason => ({ value: reason, label: t(`reasons.${reason}`) }))}
        value={form.values.reason || null}
        error={form.errorOf('reason')}
        onChange={reason => form.set('reason', reason ?? '')}
      />
      <TextInput label={labels.name} autoComplete="off" {...form.text('name')} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('ui:cancel')}
        </Button>
        {/* One shade in both themes: the usual one of the dark theme is too light for its white words. */}
        <Button type="submit" color="red.8" loading={form.saving}>
          {t('confirm')}
        </Button>
      </div>
    </RecordForm>
  )
}
