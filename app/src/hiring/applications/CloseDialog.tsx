import { Button, Modal, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { longList } from '../search/long-list.tsx'
import classes from './add-candidate.module.css'
import { type ClosedApplication, type ClosedByHand, newClosing, reasonsFor } from './closings.shapes.ts'
import type { Person } from './useClosings.tsx'

interface CloseDialogProps {
  person: Person
  as: ClosedByHand
  onClose: () => void
  onClosed: (closed: ClosedApplication) => void
}

/** A rejection, or a withdrawal: why, and what the team should know about it. */
export function CloseDialog({ person, as, onClose, onClosed }: CloseDialogProps) {
  const { t } = useTranslation(['closings', 'ui'])
  const title = t('closings:dialog.title', { name: person.name })
  return (
    <Modal opened onClose={onClose} size={480} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <CloseForm {...{ person, as, onClose, onClosed }} title={title} />
    </Modal>
  )
}

function CloseForm({ person, as: first, title, onClose, onClosed }: CloseDialogProps & { title: string }) {
  const { t } = useTranslation(['closings', 'ui'])
  const values = { as: first, reason: '', comment: '' }
  const form = useFormState({
    values,
    check: newClosing,
    save: closing =>
      answer(api.applications[':id'].closings.$post({ param: { id: person.id }, json: newClosing.parse(closing) })),
    onSaved: onClosed,
  })
  const { as } = form.values
  const labels = { reason: t('closings:dialog.reason'), comment: t('closings:dialog.comment') }
  return (
    <RecordForm form={form} name={title} labels={labels}>
      <SegmentedControl
        fullWidth
        aria-label={t('closings:dialog.how')}
        value={as}
        onChange={value => {
          form.set('as', value === 'withdrawn' ? value : 'rejected')
          // The two have reasons of their own.
          form.set('reason', '')
        }}
        data={[
          { value: 'rejected', label: t('closings:dialog.rejected') },
          { value: 'withdrawn', label: t('closings:dialog.withdrawn') },
        ]}
      />
      <Select
        {...longList}
        key={as}
        id={form.idOf('reason')}
        label={labels.reason}
        data-autofocus
        searchable
        data={reasonsFor[as].map(reason => ({ value: reason, label: t(`closings:reason.${reason}`) }))}
        value={form.values.reason || null}
        error={form.errorOf('reason')}
        onChange={reason => form.set('reason', reason ?? '')}
      />
      <Textarea
        label={labels.comment}
        description={t('closings:dialog.commentHint')}
        autosize
        minRows={2}
        {...form.text('comment')}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        {/* One shade in both themes: the usual one of the dark theme is too light for its white words. */}
        <Button type="submit" color="red.8" loading={form.saving}>
          {t(`closings:dialog.${as}Button`)}
        </Button>
      </div>
    </RecordForm>
  )
}
