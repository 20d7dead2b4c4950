import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import type { CandidateListItem } from '../candidates/candidates.shapes.ts'
import { PeopleSelect } from './PeopleSelect.tsx'
import classes from './talent-pools.module.css'
import type { TalentPool } from './talent-pools.shapes.ts'
import { useAdded } from './useAdded.tsx'

/** From the pool: people found by search. */
export function AddPeopleDialog({ pool, onClose }: { pool: TalentPool; onClose: () => void }) {
  const { t } = useTranslation('talent-pools')
  useReturnFocus()
  const tell = useAdded()
  const values: { people: CandidateListItem[] } = { people: [] }
  const form = useFormState({
    values,
    check: z.object({ people: z.array(z.unknown()).min(1, t('addPeople.chooseFirst')) }),
    save: ({ people }) =>
      answer(
        api['talent-pools'][':id'].members.$post({
          param: { id: pool.id },
          json: { candidateIds: people.map(person => person.id) },
        }),
      ),
    onSaved: added => {
      onClose()
      tell(added, { pool })
    },
  })
  const title = t('addPeople.title', { name: pool.name })
  return (
    <Modal opened onClose={onClose} size={480} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <RecordForm form={form} name={title} labels={{ people: t('addPeople.people') }}>
        <PeopleSelect
          id={form.idOf('people')}
          chosen={form.values.people}
          error={form.errorOf('people')}
          onChoose={people => form.set('people', people)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {t('addPeople.add')}
          </Button>
        </div>
      </RecordForm>
    </Modal>
  )
}
