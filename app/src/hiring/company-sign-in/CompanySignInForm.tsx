import { Button, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './company-sign-in.module.css'
import type { CompanySignIn, CompanySignInInput } from './company-sign-in.shapes.ts'
import { companySignInInput, newUserRoles } from './company-sign-in.shapes.ts'
import { companySignInQuery } from './company-sign-in-query.tsx'
import { IssuerTrial } from './IssuerTrial.tsx'

const NOBODY = 'nobody'

export function CompanySignInForm({ settings, redirectUri }: Pick<CompanySignIn, 'settings' | 'redirectUri'>) {
  const { t } = useTranslation('company-sign-in')
  const form = useFormState({
    values: {
      issuer: settings?.issuer ?? '',
      clientId: settings?.clientId ?? '',
      clientSecret: '',
      required: settings?.required ?? false,
      newUserRole: settings?.newUserRole ?? null,
    },
    check: { safeParse: values => companySignInInput.safeParse(toInput(values as FormValues)) }, // the values above
    save: values => answer(api['company-sign-in'].$put({ json: toInput(values) })),
    onSaved: saved => {
      queryClient.setQueryData(companySignInQuery.queryKey, saved)
      form.set('clientSecret', '')
      showToast({ message: t('ui:saved') })
    },
  })
  const labels = {
    issuer: t('form.issuer'),
    clientId: t('form.clientId'),
    clientSecret: t('form.clientSecret'),
    newUserRole: t('form.newUserRole'),
    required: t('form.required'),
  }
  return (
    <RecordForm form={form} name={t('title')} labels={labels}>
      <TextInput
        readOnly
        label={t('form.redirectUri')}
        description={t('form.redirectHint')}
        value={redirectUri}
        onFocus={event => event.target.select()}
      />
      <TextInput
        {...form.text('issuer')}
        label={labels.issuer}
        description={t('form.issuerHint')}
        autoComplete="off"
        inputMode="url"
      />
      <TextInput {...form.text('clientId')} label={labels.clientId} autoComplete="off" />
      <PasswordInput
        {...form.text('clientSecret')}
        label={labels.clientSecret}
        description={settings ? t('form.secretKept') : t('form.secretHint')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
      />
      <Select
        id={form.idOf('newUserRole')}
        label={labels.newUserRole}
        description={t('form.newUserRoleHint')}
        data={[
          { value: NOBODY, label: t('form.nobody') },
          ...newUserRoles.map(role => ({ value: role, label: t(`session:roles.${role}`) })),
        ]}
        value={form.values.newUserRole ?? NOBODY}
        onChange={value => form.set('newUserRole', newUserRoles.find(role => role === value) ?? null)}
        allowDeselect={false}
      />
      <Switch
        id={form.idOf('required')}
        label={labels.required}
        description={t('form.requiredHint')}
        checked={form.values.required}
        error={form.errorOf('required')}
        onChange={event => form.set('required', event.currentTarget.checked)}
      />
      <IssuerTrial input={trialOf(form.values)} />
      <div className={classes.buttons}>
        <Button type="submit" loading={form.saving}>
          {t('ui:save')}
        </Button>
      </div>
    </RecordForm>
  )
}

interface FormValues extends Omit<CompanySignInInput, 'clientSecret'> {
  clientSecret: string
}

/** An empty secret leaves the kept one. */
function toInput({ clientSecret, ...values }: FormValues): CompanySignInInput {
  return clientSecret === '' ? values : { ...values, clientSecret }
}

function trialOf(values: FormValues) {
  const { issuer, clientId, clientSecret } = toInput(values)
  return { issuer, clientId, ...(clientSecret === undefined ? {} : { clientSecret }) }
}
