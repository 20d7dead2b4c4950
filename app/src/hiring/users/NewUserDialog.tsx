import { Button, Modal, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { type Role, RoleBoxes } from './RoleBoxes.tsx'
import classes from './users.module.css'
import { newUser } from './users.shapes.ts'

interface NewUserDialogProps {
  opened: boolean
  onClose: () => void
}

export function NewUserDialog({ opened, onClose }: NewUserDialogProps) {
  const { t } = useTranslation('users')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('form.newTitle')}
      size={480}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <NewUserForm onClose={onClose} />
    </Modal>
  )
}

function NewUserForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('users')
  const form = useFormState({
    values: { firstName: '', lastName: '', email: '', password: '', roles: [] as Role[] },
    check: newUser,
    save: values => answer(api.users.$post({ json: values })),
    onSaved: user => {
      queryClient.invalidateQueries({ queryKey: ['users'] })
      showToast({ message: t('form.added', { name: `${user.firstName} ${user.lastName}` }) })
      onClose()
    },
  })
  const labels = {
    firstName: t('form.firstName'),
    lastName: t('form.lastName'),
    email: t('form.email'),
    password: t('form.password'),
    roles: t('form.roles'),
  }
  return (
    <RecordForm form={form} name={t('form.newTitle')} labels={labels}>
      <div className={classes.pair}>
        <TextInput {...form.text('firstName')} label={labels.firstName} autoComplete="off" data-autofocus />
        <TextInput {...form.text('lastName')} label={labels.lastName} autoComplete="off" />
      </div>
      <TextInput {...form.text('email')} type="email" label={labels.email} autoComplete="off" />
      <PasswordInput
        {...form.text('password')}
        label={labels.password}
        description={t('form.passwordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('session:signIn.showPassword') }}
      />
      <RoleBoxes
        id={form.idOf('roles')}
        chosen={form.values.roles}
        onChange={roles => form.set('roles', roles)}
        error={form.errorOf('roles')}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('form.add')}
        </Button>
      </div>
    </RecordForm>
  )
}
