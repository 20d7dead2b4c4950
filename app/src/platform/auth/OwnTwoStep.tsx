import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import classes from './security-tab.module.css'
import { type TwoStepAct, TwoStepDialog } from './TwoStepDialog.tsx'

const ownTwoStepQuery = queryOptions({
  queryKey: ['own-two-step'],
  queryFn: () => answer(api.account['two-step'].$get()),
})

export function OwnTwoStep() {
  const { t } = useTranslation('session')
  const query = useQuery(ownTwoStepQuery)
  const [act, setAct] = useState<TwoStepAct | null>(null)
  return (
    <>
      <Loaded query={query} failed={t('twoStep.failed')}>
        {({ on, recoveryCodesLeft, required }) => (
          <div className={classes.row}>
            <div className={classes.what}>
              <StatusWord tone={on ? 'ok' : 'off'}>{t(on ? 'twoStep.on' : 'twoStep.off')}</StatusWord>
              <p className={classes.quiet}>
                {on ? t('twoStep.left', { count: recoveryCodesLeft }) : t('twoStep.why')}{' '}
                {required ? t('twoStep.required') : null}
              </p>
            </div>
            <div className={classes.actions}>
              {on ? (
                <>
                  <Button variant="default" aria-haspopup="dialog" onClick={() => setAct('renew')}>
                    {t('twoStep.renew')}
                  </Button>
                  {required ? null : (
                    <Button variant="default" aria-haspopup="dialog" onClick={() => setAct('off')}>
                      {t('twoStep.switchOff')}
                    </Button>
                  )}
                </>
              ) : (
                <Button aria-haspopup="dialog" onClick={() => setAct('setUp')}>
                  {t('twoStep.setUp')}
                </Button>
              )}
            </div>
          </div>
        )}
      </Loaded>
      {act ? <TwoStepDialog act={act} onClose={() => setAct(null)} /> : null}
    </>
  )
}
