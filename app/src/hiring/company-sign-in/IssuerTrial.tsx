import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import classes from './company-sign-in.module.css'
import type { TrialAnswer, trialInput } from './company-sign-in.shapes.ts'

/** Tries what stands in the form, saved or not, and says what is wrong. */
export function IssuerTrial({ input }: { input: z.infer<typeof trialInput> }) {
  const { t } = useTranslation('company-sign-in')
  const wordProblem = useProblemWords()
  const trial = useMutation({
    mutationFn: () => answer(api['company-sign-in'].trials.$post({ json: input })),
  })
  return (
    <div className={classes.trial}>
      <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
        {t('trial.do')}
      </Button>
      <div role="status" className={classes.result}>
        {trial.data ? <Result {...trial.data} /> : null}
        {trial.error ? <StatusWord tone="bad">{wordProblem(trial.error)}</StatusWord> : null}
      </div>
    </div>
  )
}

function Result({ problem, detail }: TrialAnswer) {
  const { t } = useTranslation('company-sign-in')
  if (problem === null) return <StatusWord tone="ok">{t('trial.works')}</StatusWord>
  return (
    <>
      <StatusWord tone="bad">{t(`trial.problems.${problem}`)}</StatusWord>
      {detail ? <p className={classes.detail}>{t('trial.detail', { detail })}</p> : null}
    </>
  )
}
