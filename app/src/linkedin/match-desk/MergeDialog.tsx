import '@mantine/core/styles/Radio.layer.css'
import { Button, Modal, Radio, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { nameOf } from '../../hiring/candidates/candidate-query.tsx'
import type { ChosenField, FieldChoices, Side } from '../../hiring/merging/merging.shapes.ts'
import { chosenFields } from '../../hiring/merging/merging.shapes.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import classes from './match-desk.module.css'
import type { DeskPerson } from './match-desk.shapes.ts'
import { refreshPeople } from './match-desk-queries.tsx'
import { useUndoMerge } from './useUndoMerge.tsx'

interface MergeDialogProps {
  people: readonly [DeskPerson, DeskPerson]
  /** Before the list is read again. */
  onMerged: () => void
  onClose: () => void
}

/** Both side by side. Where they differ somebody chooses; everything else of both is kept without a question. */
export function MergeDialog({ people, onMerged, onClose }: MergeDialogProps) {
  const { t } = useTranslation('match-desk')
  useReturnFocus()
  const wordProblem = useProblemWords()
  const [keptId, setKeptId] = useState(people[0].id)
  const [chosen, setChosen] = useState<Partial<Record<ChosenField, string>>>({})
  const [memberId, setMemberId] = useState<string>()
  const [kept, absorbed] = people[0].id === keptId ? people : [people[1], people[0]]
  const differing = chosenFields.filter(field => kept[field] !== absorbed[field])
  const pick = (field: ChosenField) => chosen[field] ?? (kept[field] === null ? absorbed.id : kept.id)
  const sideOf = (id: string): Side => (id === kept.id ? 'kept' : 'absorbed')
  const choices: FieldChoices = Object.fromEntries(differing.map(field => [field, sideOf(pick(field))]))
  const hasTwoMembers = kept.link !== null && absorbed.link !== null
  const undo = useUndoMerge()
  const merge = useMutation({
    mutationFn: () =>
      answer(
        api['match-desk'].merges.$post({
          json: {
            keptId: kept.id,
            absorbedId: absorbed.id,
            choices,
            ...(memberId !== undefined && { member: sideOf(memberId) }),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      onMerged()
      onClose()
      await refreshPeople()
      const name = [pick('firstName'), pick('lastName')].map(
        (from, index) => (from === kept.id ? kept : absorbed)[index === 0 ? 'firstName' : 'lastName'],
      )
      showToast({
        message: t('merge.done', { name: name.join(' ') }),
        action: { label: t('undo'), onClick: () => undo.mutate(id) },
      })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('merge.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          merge.mutate()
        }}
      >
        <fieldset className={classes.choice}>
          <legend>{t('merge.keep')}</legend>
          <SegmentedControl
            fullWidth
            aria-label={t('merge.keep')}
            value={keptId}
            onChange={setKeptId}
            data={people.map((person, index) => ({
              value: person.id,
              label: t(`merge.which.${index === 0 ? 'older' : 'newer'}`, { name: nameOf(person) }),
            }))}
          />
        </fieldset>
        {differing.map(field => (
          <Choice
            key={field}
            legend={t(`candidates:field.${field}`)}
            value={pick(field)}
            onChange={id => setChosen({ ...chosen, [field]: id })}
            options={people.map(person => ({ id: person.id, label: person[field] ?? t('merge.empty') }))}
          />
        ))}
        {hasTwoMembers ? (
          <Choice
            legend={t('merge.member')}
            value={memberId}
            onChange={setMemberId}
            options={people.map(person => ({
              id: person.id,
              label: t('merge.memberOf', {
                name: nameOf(person),
                how: person.link ? t(`linkedBy.${person.link.linkedBy}`) : '',
              }),
            }))}
          />
        ) : null}
        <p className={classes.hint}>{t('merge.keeps')}</p>
        {merge.error ? (
          <p role="alert" className={classes.problem}>
            {wordProblem(merge.error)}
          </p>
        ) : null}
        <div className={classes.buttons} data-end>
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={merge.isPending} disabled={hasTwoMembers && memberId === undefined}>
            {t('merge.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface ChoiceProps {
  legend: string
  value: string | undefined
  onChange: (id: string) => void
  options: readonly { id: string; label: string }[]
}

function Choice({ legend, value, onChange, options }: ChoiceProps) {
  return (
    <Radio.Group label={legend} value={value ?? null} onChange={onChange} className={classes.choice}>
      <div className={classes.sides}>
        {options.map(({ id, label }) => (
          <Radio key={id} value={id} label={label} />
        ))}
      </div>
    </Radio.Group>
  )
}
