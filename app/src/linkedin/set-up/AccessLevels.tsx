import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Section.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './set-up.module.css'
import type { SetUp, SwitchState } from './set-up.shapes.ts'

const levels = ['company', 'contract'] as const

const tones: Record<SwitchState, 'ok' | 'waiting' | 'off' | 'warning'> = {
  none: 'off',
  requested: 'waiting',
  partnerReady: 'waiting',
  enabled: 'ok',
  switchedOff: 'off',
  unknown: 'warning',
}

/** The two switches in Recruiter as LinkedIn last told of them, and what each opens. */
export function AccessLevels({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation('set-up')
  return (
    <Section
      title={t('levels.title')}
      aside={
        setUp.checkedAt ? (
          <>
            {t('levels.checked')} <Time at={setUp.checkedAt} as="age" />
          </>
        ) : null
      }
    >
      {levels.map(level => {
        const { state, since } = setUp[level]
        return (
          <div key={level} className={classes.level}>
            <h3>{t(`level.${level}`)}</h3>
            <p className={classes.word}>
              <StatusWord tone={tones[state]}>{t(`switch.${state}`)}</StatusWord>
              {since ? <Time at={since} as="day" /> : null}
            </p>
            <p className={classes.hint}>{t(`levels.${level}`)}</p>
          </div>
        )
      })}
      {setUp.contract.state === 'enabled' && setUp.level !== 'contract' ? (
        <p className={classes.hint}>{t('levels.contractNeedsCompany')}</p>
      ) : null}
    </Section>
  )
}
