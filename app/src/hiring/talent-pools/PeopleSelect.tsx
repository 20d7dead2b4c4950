import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { nameOf } from '../candidates/candidate-query.tsx'
import type { CandidateListItem } from '../candidates/candidates.shapes.ts'
import { longList } from '../search/long-list.tsx'
import { useRefusedQuery } from '../search/refused-query.tsx'
import { whileTyping } from '../search/typed-words.tsx'
import classes from './talent-pools.module.css'

interface PeopleSelectProps {
  id: string
  chosen: readonly CandidateListItem[]
  onChoose: (people: CandidateListItem[]) => void
  error: string | undefined
}

/** Finds people by name, headline, company or e-mail address while one types, and keeps those who were chosen. */
export function PeopleSelect({ id, chosen, onChoose, error }: PeopleSelectProps) {
  const { t } = useTranslation(['talent-pools', 'candidates'])
  const [typed, setTyped] = useState('')
  // Closed after each choice: it would lie over the button below.
  const [opened, setOpened] = useState(false)
  const [words] = useDebouncedValue(typed, 150)
  const found = useQuery({
    queryKey: ['candidates', 'select', words],
    queryFn: () =>
      answer(api.candidates.$get({ query: { limit: 20, ...(words.trim() && { q: whileTyping(words) }) } })),
    placeholderData: keepPreviousData,
  })
  const refusal = useRefusedQuery(found.error)
  const byId = new Map([...chosen, ...(found.data?.data ?? [])].map(person => [person.id, person]))
  return (
    <MultiSelect
      {...longList}
      id={id}
      label={t('talent-pools:addPeople.people')}
      description={t('candidates:select.hint')}
      data-autofocus
      searchable
      hidePickedOptions
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onOptionSubmit={() => setOpened(false)}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={refusal ?? t(found.error ? 'candidates:select.failed' : 'talent-pools:addPeople.none')}
      value={chosen.map(person => person.id)}
      onChange={ids => onChoose(ids.flatMap(one => byId.get(one) ?? []))}
      data={[...byId.values()].map(person => ({ value: person.id, label: nameOf(person) }))}
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

// Namesakes are told apart by it.
function secondLine(person: CandidateListItem | undefined): string {
  return [person?.headline ?? person?.currentCompany, person?.email].filter(Boolean).join(' · ')
}
