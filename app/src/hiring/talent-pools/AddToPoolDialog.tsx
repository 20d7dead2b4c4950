import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import { type Choice, PoolSelect } from './PoolSelect.tsx'
import classes from './talent-pools.module.css'
import type { TalentPool } from './talent-pools.shapes.ts'
import { useAdded } from './useAdded.tsx'

interface AddToPoolDialogProps {
  /** Whom: a name, or how many. */
  whom: string
  candidateIds: readonly string[]
  onClose: () => void
  onAdded?: () => void
}

/** From a person's page or a list: into a pool that is there, or into a new one. */
export function AddToPoolDialog({ whom, candidateIds, onClose, onAdded }: AddToPoolDialogProps) {
  const { t } = useTranslation('talent-pools')
  useReturnFocus()
  const tell = useAdded()
  const values: { pool: Choice | null } = { pool: null }
  const form = useFormState({
    values,
    check: z.object({ pool: z.unknown().refine(pool => pool !== null, t('addTo.chooseFirst')) }),
    save: async ({ pool: chosen }) => {
      const pool = chosen && 'id' in chosen ? chosen : await createPool(chosen?.name ?? '')
      const json = { candidateIds: [...candidateIds] }
      return { pool, added: await answer(api['talent-pools'][':id'].members.$post({ param: { id: pool.id }, json })) }
    },
    onSaved: ({ pool, added }) => {
      onClose()
      onAdded?.()
      tell(added, { pool, isElsewhere: true })
    },
  })
  const title = t('addTo.title', { name: whom })
  return (
    <Modal opened onClose={onClose} size={480} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <RecordForm form={form} name={title} labels={{ pool: t('addTo.pool') }}>
        <PoolSelect
          id={form.idOf('pool')}
          chosen={form.values.pool}
          error={form.errorOf('pool')}
          onChoose={pool => form.set('pool', pool)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {t('addTo.add')}
          </Button>
        </div>
      </RecordForm>
    </Modal>
  )
}

function createPool(name: string): Promise<TalentPool> {
  return answer(api['talent-pools'].$post({ json: { name } }))
}
