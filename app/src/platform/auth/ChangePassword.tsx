import { Button, PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import { changePasswordInput } from './password.shapes.ts'
import classes from './security-tab.module.css'

export function ChangePassword() {
  const { t } = useTranslation('session')
  const form = useFormState({
    values: { current: '', password: '' },
    check: changePasswordInput,
    save: values => answer(api.account.password.$put({ json: values })),
    onSaved: () => {
      form.reset()
      queryClient.invalidateQueries({ queryKey: ['own-sessions'] })
      showToast({ message: t('password.changed') })
    },
  })
  const labels = { current: t('password.current'), password: t('password.new') }
  const toggle = { 'aria-label': t('signIn.showPassword') }
  return (
    <div className={classes.form}>
      <RecordForm form={form} name={t('password.changeTitle')} labels={labels}>
        <PasswordInput
          {...form.text('current')}
          label={labels.current}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          {...form.text('password')}
          label={labels.password}
          description={t('password.hint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
        />
        <Button type="submit" variant="default" loading={form.saving}>
          {t('password.change')}
        </Button>
      </RecordForm>
    </div>
  )
}
