import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { longList } from '../search/long-list.tsx'
import { useRefusedQuery } from '../search/refused-query.tsx'
import { whileTyping } from '../search/typed-words.tsx'
import { nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { CandidateListItem } from './candidates.shapes.ts'

interface CandidateSelectProps {
  id: string
  chosen: CandidateListItem | null
  onChoose: (candidate: CandidateListItem | null) => void
  error: string | undefined
}

/** Finds somebody by name, headline, company or e-mail address while one types. */
export function CandidateSelect({ id, chosen, onChoose, error }: CandidateSelectProps) {
  const { t } = useTranslation('candidates')
  const [typed, setTyped] = useState(chosen ? nameOf(chosen) : '')
  const [words] = useDebouncedValue(typed, 150)
  const found = useQuery({
    queryKey: ['candidates', 'select', words],
    queryFn: () =>
      answer(api.candidates.$get({ query: { limit: 20, ...(words.trim() && { q: whileTyping(words) }) } })),
    placeholderData: keepPreviousData,
  })
  const refusal = useRefusedQuery(found.error)
  const candidates = withChosen(found.data?.data ?? [], chosen)
  const byId = new Map(candidates.map(candidate => [candidate.id, candidate]))
  return (
    <Select
      {...longList}
      id={id}
      label={t('select.label')}
      description={t('select.hint')}
      data-autofocus
      searchable
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={refusal ?? t(found.error ? 'select.failed' : 'select.none')}
      value={chosen?.id ?? null}
      onChange={value => onChoose(byId.get(value ?? '') ?? null)}
      data={candidates.map(candidate => ({ value: candidate.id, label: nameOf(candidate) }))}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <span className={classes.second}>{secondLine(byId.get(option.value))}</span>
        </span>
      )}
      error={error}
    />
  )
}

function withChosen(found: CandidateListItem[], chosen: CandidateListItem | null): CandidateListItem[] {
  return !chosen || found.some(candidate => candidate.id === chosen.id) ? found : [chosen, ...found]
}

// Namesakes are told apart by it.
function secondLine(candidate: CandidateListItem | undefined): string {
  return [candidate?.headline ?? candidate?.currentCompany, candidate?.email].filter(Boolean).join(' · ')
}
