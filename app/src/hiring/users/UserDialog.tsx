import { Button, Modal, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import { ForgetCompanyAccount } from '../company-sign-in/ForgetCompanyAccount.tsx'
import { ResetTwoStep } from '../sign-in-rules/ResetTwoStep.tsx'
import { InvitationState } from './InvitationState.tsx'
import { RoleBoxes } from './RoleBoxes.tsx'
import classes from './users.module.css'
import type { User } from './users.shapes.ts'

interface UserDialogProps {
  user: User
  onClose: () => void
}

/** Roles and access of one person, with what switching off does. */
export function UserDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation('users')
  const name = `${user.firstName} ${user.lastName}`
  useReturnFocus()
  const form = useFormState({
    values: { roles: user.roles, active: user.active },
    save: values => answer(api.users[':id'].$patch({ param: { id: user.id }, json: values })),
    onSaved: () => {
      queryClient.invalidateQueries({ queryKey: ['users'] })
      showToast({ message: t('form.changed', { name }) })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={name} size={480} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <RecordForm form={form} name={name} labels={{ roles: t('form.roles'), active: t('form.access') }}>
        <p className={classes.hint}>{user.email}</p>
        {user.invitation && user.active ? <InvitationState user={user} invitation={user.invitation} /> : null}
        <RoleBoxes
          id={form.idOf('roles')}
          chosen={form.values.roles}
          onChange={roles => form.set('roles', roles)}
          error={form.errorOf('roles')}
        />
        <Switch
          id={form.idOf('active')}
          label={t('form.active')}
          description={t('form.activeHint')}
          checked={form.values.active}
          onChange={event => form.set('active', event.currentTarget.checked)}
        />
        {user.invitation ? null : <ResetTwoStep userId={user.id} name={name} />}
        {user.companyAccount ? <ForgetCompanyAccount userId={user.id} name={name} /> : null}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={form.saving}>
            {t('ui:save')}
          </Button>
        </div>
      </RecordForm>
    </Modal>
  )
}
