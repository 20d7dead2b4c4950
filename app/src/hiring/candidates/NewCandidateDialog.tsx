import { Button, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import classes from './candidates.module.css'
import { nobody, PersonFields, toNewCandidate, usePersonLabels, usePersonShape } from './person-form.tsx'
import { SameAddress } from './SameAddress.tsx'

interface NewCandidateDialogProps {
  opened: boolean
  onClose(): void
}

/** A person without a job, as for later. */
export function NewCandidateDialog({ opened, onClose }: NewCandidateDialogProps) {
  const { t } = useTranslation(['candidates', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={520}
      title={t('candidates:new')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <NewCandidateForm onClose={onClose} />
    </Modal>
  )
}

function NewCandidateForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation(['candidates', 'ui'])
  const navigate = useNavigate()
  const labels = usePersonLabels()
  const open = (candidateId: string) => navigate({ to: '/candidates/$candidateId', params: { candidateId } })
  const form = useFormState({
    values: nobody,
    check: usePersonShape(),
    save: person => answer(api.candidates.$post({ json: toNewCandidate(person) })),
    onSaved: candidate => {
      queryClient.invalidateQueries({ queryKey: ['candidates'] })
      onClose()
      open(candidate.id)
    },
  })
  return (
    <RecordForm form={form} name={t('candidates:new')} labels={labels}>
      <PersonFields text={form.text} labels={labels}>
        <SameAddress
          email={form.values.email}
          action={t('candidates:openPerson')}
          onChoose={candidate => open(candidate.id)}
        />
      </PersonFields>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('candidates:create')}
        </Button>
      </div>
    </RecordForm>
  )
}
