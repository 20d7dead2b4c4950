import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announce.tsx'
import classes from './two-step.module.css'

/** They are shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('session')
  const { copied, copy } = useClipboard({ timeout: 2_000 })
  useEffect(() => {
    if (copied) announce(t('twoStep.copied'))
  }, [copied, t])
  return (
    <>
      <p className={classes.hint}>{t('twoStep.keep')}</p>
      <ul className={classes.codes} aria-label={t('twoStep.recoveryCodes')}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => copy(codes.join('\n'))}>
          {copied ? t('twoStep.copied') : t('twoStep.copy')}
        </Button>
        <Button onClick={onDone}>{t('twoStep.kept')}</Button>
      </div>
    </>
  )
}
