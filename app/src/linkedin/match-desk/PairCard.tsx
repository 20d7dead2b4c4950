import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { nameOf } from '../../hiring/candidates/candidate-query.tsx'
import { focusWhenDrawn } from '../../ui/list-keys.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import { showToast } from '../../ui/toast.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import classes from './match-desk.module.css'
import type { DeskPerson, DoubtfulPair, DoubtState } from './match-desk.shapes.ts'
import { refreshPeople } from './match-desk-queries.tsx'

/** Two who may be one, with what speaks for it. */
export function PairCard({ pair, index }: { pair: DoubtfulPair; index: number }) {
  const { t } = useTranslation('match-desk')
  const [merging, setMerging] = useState(false)
  const wordProblem = useProblemWords()
  const willLeave = useFocusWhenGone(index)
  const settle = useSettling(pair, willLeave)
  const [one, other] = pair.people
  if (!one || !other) return null
  const label = t('pair', { one: nameOf(one), other: nameOf(other) })
  return (
    <section aria-label={label} className={classes.pair} data-index={index}>
      <div className={classes.people}>
        {[one, other].map(person => (
          <Person key={person.id} person={person} />
        ))}
      </div>
      <ul className={classes.evidence} aria-label={t('evidence.title')}>
        {pair.evidence.map(({ kind, what }) => (
          <li key={`${kind} ${what}`}>
            <StatusWord tone={kind === 'otherName' ? 'off' : 'warning'}>{t(`evidence.${kind}`, { what })}</StatusWord>
          </li>
        ))}
      </ul>
      {settle.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(settle.error)}
        </p>
      ) : null}
      <div className={classes.buttons}>
        {pair.state === 'open' ? (
          <>
            <Button aria-haspopup="dialog" onClick={() => setMerging(true)}>
              {t('merge.button')}
            </Button>
            <Button variant="default" loading={settle.isPending} onClick={() => settle.mutate('dismissed')}>
              {t('twoPeople.button')}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={settle.isPending} onClick={() => settle.mutate('open')}>
            {t('askAgain')}
          </Button>
        )}
      </div>
      {merging ? <MergeDialog people={[one, other]} onMerged={willLeave} onClose={() => setMerging(false)} /> : null}
    </section>
  )
}

/** Whoever settled a pair goes on at the next one, or at the tab when it was the last. Answers how to say that this one is settled. */
function useFocusWhenGone(index: number): () => void {
  const isSettled = useRef(false)
  useEffect(
    () => () => {
      if (!isSettled.current || document.activeElement !== document.body) return
      const find = (selector: string) => document.querySelector(`main ${selector}`)
      focusWhenDrawn(() => find(`[data-index="${index}"] a`) ?? find('nav [aria-current="page"]'))
    },
    [index],
  )
  return () => {
    isSettled.current = true
  }
}

function useSettling({ people }: DoubtfulPair, willLeave: () => void) {
  const { t } = useTranslation('match-desk')
  const wordProblem = useProblemWords()
  const send = (state: DoubtState) =>
    answer(
      api['match-desk'].doubts[':oneId'][':otherId'].$patch({
        param: { oneId: people[0]?.id ?? '', otherId: people[1]?.id ?? '' },
        json: { state },
      }),
    )
  return useMutation({
    mutationFn: send,
    onSuccess: async (_nothing, state) => {
      willLeave()
      await refreshPeople()
      if (state === 'open') return
      const undo = () =>
        send('open')
          .then(refreshPeople)
          .catch(error => showToast({ message: wordProblem(error) }))
      showToast({ message: t('twoPeople.done'), action: { label: t('undo'), onClick: undo } })
    },
  })
}

function Person({ person }: { person: DeskPerson }) {
  const { t } = useTranslation('match-desk')
  const { currentTitle, currentCompany, location, emails, phones, applications, link } = person
  const work = [currentTitle, currentCompany].filter(Boolean).join(' · ')
  return (
    <div className={classes.person}>
      <h2>
        <Link to="/candidates/$candidateId" params={{ candidateId: person.id }}>
          {nameOf(person)}
        </Link>
      </h2>
      <p>{person.headline ?? (work || t('noHeadline'))}</p>
      <p>{[location, ...emails, ...phones].filter(Boolean).join(' · ') || t('noAddress')}</p>
      <p>{link ? t(`linkedBy.${link.linkedBy}`) : t('notLinked')}</p>
      <p>
        {applications.length > 0
          ? applications.map(one => `${one.jobTitle} (${one.stageName})`).join(', ')
          : t('onNoJob')}
      </p>
      <p className={classes.quiet}>
        {t('hereSince')} <Time at={person.createdAt} as="day" />
      </p>
    </div>
  )
}
