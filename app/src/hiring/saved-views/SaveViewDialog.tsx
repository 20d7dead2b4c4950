import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import classes from './saved-views.module.css'
import { newSavedView, type SavedView } from './saved-views.shapes.ts'
import { savedViewsQuery } from './saved-views-query.tsx'

interface SaveViewDialogProps {
  /** The one to rename or share; absent: a new one. */
  view: SavedView | undefined
  current: SavedView['view']
  opened: boolean
  onClose: () => void
  onSaved: (view: SavedView) => void
}

export function SaveViewDialog({ opened, onClose, ...form }: SaveViewDialogProps) {
  const { t } = useTranslation('saved-views')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(form.view ? 'dialog.change' : 'dialog.new')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <SaveViewForm onClose={onClose} {...form} />
    </Modal>
  )
}

const formShape = newSavedView.pick({ name: true, shared: true })

function SaveViewForm({ view, current, onClose, onSaved }: Omit<SaveViewDialogProps, 'opened'>) {
  const { t } = useTranslation('saved-views')
  const form = useFormState({
    values: { name: view?.name ?? '', shared: view?.shared ?? false },
    check: formShape,
    save: values =>
      answer(
        view
          ? api['saved-views'][':id'].$patch({ param: { id: view.id }, json: values })
          : api['saved-views'].$post({ json: { ...values, view: current } }),
      ),
    onSaved: async saved => {
      await queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
      onClose()
      if (!view) onSaved(saved)
    },
  })
  const labels = { name: t('dialog.name'), shared: t('dialog.shared') }
  return (
    <RecordForm form={form} name={t(view ? 'dialog.change' : 'dialog.new')} labels={labels}>
      <TextInput label={labels.name} data-autofocus autoComplete="off" {...form.text('name')} />
      <Switch
        id={form.idOf('shared')}
        label={labels.shared}
        description={t('dialog.sharedHint')}
        checked={form.values.shared}
        onChange={event => form.set('shared', event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('ui:save')}
        </Button>
      </div>
    </RecordForm>
  )
}
