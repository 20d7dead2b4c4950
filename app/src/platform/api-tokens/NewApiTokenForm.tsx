import { Button, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import classes from './api-tokens.module.css'
import type { ApiScope, NewApiToken } from './api-tokens.shapes.ts'
import { newApiToken } from './api-tokens.shapes.ts'
import { apiTokensQuery } from './api-tokens-query.tsx'
import { ScopeBoxes } from './ScopeBoxes.tsx'

interface NewApiTokenFormProps {
  onMade: (token: string) => void
  onClose: () => void
}

const roles: readonly NewApiToken['role'][] = ['read_only', 'recruiter', 'hiring_manager', 'administrator']
const ends = ['30', '90', '365', 'none']

export function NewApiTokenForm({ onMade, onClose }: NewApiTokenFormProps) {
  const { t } = useTranslation('api-tokens')
  const form = useFormState({
    values: { name: '', role: 'read_only' as NewApiToken['role'], scopes: [] as ApiScope[], expiresInDays: firstEnd },
    check: newApiToken,
    save: values => answer(api['api-tokens'].$post({ json: values })),
    onSaved: made => {
      queryClient.invalidateQueries({ queryKey: apiTokensQuery.queryKey })
      onMade(made.token)
    },
  })
  const labels = {
    name: t('form.name'),
    role: t('form.role'),
    scopes: t('form.scopes'),
    expiresInDays: t('form.expires'),
  }
  return (
    <RecordForm form={form} name={t('form.title')} labels={labels}>
      <TextInput
        {...form.text('name')}
        label={labels.name}
        description={t('form.nameHint')}
        autoComplete="off"
        data-autofocus
      />
      <Select
        id={form.idOf('role')}
        label={labels.role}
        description={t(`users:opens.${form.values.role}`)}
        data={roles.map(role => ({ value: role, label: t(`session:roles.${role}`) }))}
        value={form.values.role}
        onChange={value => form.set('role', roles.find(role => role === value) ?? 'read_only')}
        allowDeselect={false}
      />
      <ScopeBoxes
        id={form.idOf('scopes')}
        chosen={form.values.scopes}
        onChange={scopes => form.set('scopes', scopes)}
        error={form.errorOf('scopes') ? t('form.noScope') : undefined}
      />
      <Select
        id={form.idOf('expiresInDays')}
        label={labels.expiresInDays}
        data={ends.map(end => ({ value: end, label: t(`form.ends.${end}`) }))}
        value={String(form.values.expiresInDays ?? 'none')}
        onChange={value => form.set('expiresInDays', value === 'none' ? null : Number(value))}
        allowDeselect={false}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('form.make')}
        </Button>
      </div>
    </RecordForm>
  )
}

const firstEnd: NewApiToken['expiresInDays'] = 90
