import { Button, Modal, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import { refreshPools } from './talent-pool-queries.tsx'
import classes from './talent-pools.module.css'
import { newTalentPool, type TalentPool } from './talent-pools.shapes.ts'

interface PoolDialogProps {
  /** The one to rename; absent: a new one. */
  pool?: TalentPool
  onClose: () => void
  onSaved?: (pool: TalentPool) => void
}

export function PoolDialog({ pool, onClose, onSaved }: PoolDialogProps) {
  const { t } = useTranslation('talent-pools')
  useReturnFocus()
  const form = useFormState({
    values: { name: pool?.name ?? '' },
    check: newTalentPool,
    save: json =>
      answer(
        pool
          ? api['talent-pools'][':id'].$patch({ param: { id: pool.id }, json })
          : api['talent-pools'].$post({ json }),
      ),
    onSaved: saved => {
      refreshPools()
      onClose()
      if (pool) showToast({ message: t('rename.done', { name: saved.name }) })
      onSaved?.(saved)
    },
  })
  const title = t(pool ? 'rename.title' : 'new')
  const labels = { name: t('field.name') }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <RecordForm form={form} name={title} labels={labels}>
        <TextInput
          label={labels.name}
          description={t('field.nameHint')}
          data-autofocus
          autoComplete="off"
          {...form.text('name')}
        />
        {pool ? null : <p className={classes.hint}>{t('newHint')}</p>}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {t(pool ? 'ui:save' : 'create')}
          </Button>
        </div>
      </RecordForm>
    </Modal>
  )
}
