import { Button, Modal, PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { signInPageQuery } from '../../platform/auth/sign-in-page-query.tsx'
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
  const { t, i18n } = useTranslation('users')
  // Without a mail server the administrator chooses a first password and passes it on.
  const byMail = useQuery(signInPageQuery).data?.mail ?? true
  const form = useFormState({
    values: { firstName: '', lastName: '', email: '', password: '', roles: [] as Role[] },
    check: byMail ? newUser.omit({ password: true }) : newUser.required({ password: true }),
    save: ({ password, ...person }) => {
      const language = i18n.language === 'nl' ? 'nl' : 'en'
      return answer(api.users.$post({ json: { ...person, ...(byMail ? { language } : { password }) } }))
    },
    onSaved: user => {
      queryClient.invalidateQueries({ queryKey: ['users'] })
      showToast({ message: t(byMail ? 'form.invited' : 'form.added', { name: `${user.firstName} ${user.lastName}` }) })
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
      <TextInput
        {...form.text('email')}
        type="email"
        label={labels.email}
        description={byMail ? t('form.inviteHint') : undefined}
        autoComplete="off"
      />
      {byMail ? null : (
        <PasswordInput
          {...form.text('password')}
          label={labels.password}
          description={t('form.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session:signIn.showPassword') }}
        />
      )}
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
          {t(byMail ? 'form.invite' : 'form.add')}
        </Button>
      </div>
    </RecordForm>
  )
}
