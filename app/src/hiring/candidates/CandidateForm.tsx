import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { Button, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { changedFields, useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './candidate-profile.module.css'
import { candidateQuery } from './candidate-query.tsx'
import { type Candidate, candidateFields } from './candidates.shapes.ts'
import { rightOrEmpty } from './person-form.tsx'

interface CandidateFormProps {
  candidate: Candidate
  onClose: () => void
}

/** Edit details: what is typed here stays, whatever LinkedIn or an import says later. */
export function CandidateForm({ candidate, onClose }: CandidateFormProps) {
  const { t } = useTranslation(['candidates', 'ui'])
  const form = useCandidateForm(candidate, onClose)
  const labels = useFieldLabels()
  const list = (name: 'emails' | 'phones' | 'skills') => ({
    id: form.idOf(name),
    label: labels[name],
    description: t('candidates:details.listHint'),
    value: form.values[name],
    error: form.errorOf(name),
    onChange: (values: string[]) => form.set(name, values),
  })
  return (
    <div className={classes.form}>
      <RecordForm form={form} name={t('candidates:details.edit')} labels={labels}>
        <div className={classes.pairs}>
          <TextInput {...form.text('firstName')} label={labels.firstName} autoComplete="off" autoFocus />
          <TextInput {...form.text('lastName')} label={labels.lastName} autoComplete="off" />
        </div>
        <TextInput {...form.text('headline')} label={labels.headline} autoComplete="off" />
        <div className={classes.pairs}>
          <TextInput {...form.text('currentTitle')} label={labels.currentTitle} autoComplete="off" />
          <TextInput {...form.text('currentCompany')} label={labels.currentCompany} autoComplete="off" />
          <TextInput {...form.text('location')} label={labels.location} autoComplete="off" />
          <TextInput {...form.text('profileUrl')} type="url" label={labels.profileUrl} autoComplete="off" />
        </div>
        <TagsInput {...list('emails')} splitChars={[',', ';', ' ']} />
        <TagsInput {...list('phones')} splitChars={[',', ';']} />
        <TagsInput {...list('skills')} splitChars={[',', ';']} />
        <p>{t('candidates:details.stays')}</p>
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={form.saving}>
            {t('ui:save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
        </div>
      </RecordForm>
    </div>
  )
}

function useCandidateForm(candidate: Candidate, onClose: () => void) {
  const { t } = useTranslation(['candidates', 'ui'])
  const { firstName, lastName, emails, phones, skills } = candidate
  return useFormState({
    values: {
      firstName,
      lastName,
      headline: candidate.headline ?? '',
      currentTitle: candidate.currentTitle ?? '',
      currentCompany: candidate.currentCompany ?? '',
      location: candidate.location ?? '',
      profileUrl: candidate.profileUrl ?? '',
      emails,
      phones,
      skills,
    },
    check: candidateFields.extend({ profileUrl: rightOrEmpty(candidateFields.shape.profileUrl, t('field.urlWrong')) }),
    save: (values, before) => {
      const json = changedFields(withoutEmpty(values), withoutEmpty(before))
      return answer(api.candidates[':id'].$patch({ param: { id: candidate.id }, json }))
    },
    onSaved: saved => {
      queryClient.setQueryData(candidateQuery(candidate.id).queryKey, saved)
      queryClient.invalidateQueries({ queryKey: ['candidate', candidate.id] })
      queryClient.invalidateQueries({ queryKey: ['candidates'] })
      queryClient.invalidateQueries({ queryKey: ['job'] })
      showToast({ message: t('ui:saved') })
      onClose()
    },
  })
}

interface Texts {
  headline: string
  currentTitle: string
  currentCompany: string
  location: string
  profileUrl: string
}

/** An emptied text is no value. */
function withoutEmpty<Values extends Texts>(values: Values) {
  return {
    ...values,
    headline: values.headline.trim() || null,
    currentTitle: values.currentTitle.trim() || null,
    currentCompany: values.currentCompany.trim() || null,
    location: values.location.trim() || null,
    profileUrl: values.profileUrl.trim() || null,
  }
}

function useFieldLabels() {
  const { t } = useTranslation('candidates')
  return {
    firstName: t('field.firstName'),
    lastName: t('field.lastName'),
    headline: t('field.headline'),
    currentTitle: t('field.currentTitle'),
    currentCompany: t('field.currentCompany'),
    location: t('field.location'),
    profileUrl: t('field.profileUrl'),
    emails: t('field.emails'),
    phones: t('field.phones'),
    skills: t('field.skills'),
  }
}
