import { Button } from '@mantine/core'
import { IconCopy, IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, textsIn } from '../../ui/i18n/i18n.ts'
import { showToast } from '../../ui/toast.tsx'
import classes from './set-up.module.css'
import type { SetUp } from './set-up.shapes.ts'

const steps = ['signIn', 'recruiter', 'settings', 'find', 'switch'] as const

/** What the administrator of the other product does, to be read here or sent to him in his language. */
export function SwitchOnSteps({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  const [failed, setFailed] = useState(false)
  const params = { name: setUp.integrationName, link: setUp.recruiterUrl }
  async function copy(language: (typeof languages)[number]) {
    const words = await textsIn(language, 'set-up')
    const list = steps.map((step, index) => `${index + 1}. ${words(`switchOn.${step}`, params)}`)
    try {
      await navigator.clipboard.writeText([words('switchOn.intro', params), ...list].join('\n'))
      setFailed(false)
      showToast({ message: t('switchOn.copied') })
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className={classes.card}>
      <ol className={classes.numbered}>
        {steps.map(step => (
          <li key={step}>{t(`switchOn.${step}`, params)}</li>
        ))}
      </ol>
      <div className={classes.buttons}>
        {languages.map(language => (
          <Button key={language} variant="default" leftSection={<IconCopy size={16} />} onClick={() => copy(language)}>
            {t(`switchOn.copy.${language}`)}
          </Button>
        ))}
        <Button
          component="a"
          variant="default"
          href={setUp.recruiterUrl}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={16} />}
        >
          {t('switchOn.open')}
        </Button>
      </div>
      {failed ? (
        <p role="alert" className={classes.problem}>
          {t('switchOn.notCopied')}
        </p>
      ) : null}
    </div>
  )
}
