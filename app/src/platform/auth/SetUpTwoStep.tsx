import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { useFormState } from '../../ui/form-state.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { QrCode } from './QrCode.tsx'
import classes from './two-step.module.css'
import { codeInput, type recoveryCodesAnswer, type setUpAnswer } from './two-step.shapes.ts'

interface SetUpTwoStepProps {
  setUp: z.infer<typeof setUpAnswer>
  confirm: (input: { code: string }) => Promise<z.infer<typeof recoveryCodesAnswer>>
  onCodes: (codes: string[]) => void
}

/** The picture for the app, the same by hand, and a first code to prove that it arrived. */
export function SetUpTwoStep({ setUp, confirm, onCodes }: SetUpTwoStepProps) {
  const { t } = useTranslation('session')
  const form = useFormState({
    values: { code: '' },
    check: codeInput,
    save: confirm,
    onSaved: ({ recoveryCodes }) => onCodes(recoveryCodes),
  })
  return (
    <RecordForm form={form} name={t('twoStep.setUp')} labels={{ code: t('twoStep.code') }}>
      <p className={classes.hint}>{t('twoStep.scan')}</p>
      <QrCode text={setUp.uri} label={t('twoStep.picture')} />
      <p className={classes.hint}>
        {t('twoStep.byHand')} <code className={classes.secret}>{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextInput
        {...form.text('code')}
        label={t('twoStep.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        size="sm"
      />
      <Button type="submit" loading={form.saving}>
        {t('twoStep.switchOn')}
      </Button>
    </RecordForm>
  )
}
