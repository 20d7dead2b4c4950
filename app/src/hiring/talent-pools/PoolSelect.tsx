import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { longList } from '../search/long-list.tsx'
import type { TalentPool } from './talent-pools.shapes.ts'

/** A pool that is there, or the name of one to be made. */
export type Choice = TalentPool | { name: string }

interface PoolSelectProps {
  id: string
  chosen: Choice | null
  error: string | undefined
  onChoose: (pool: Choice | null) => void
}

/** Pools to which one may add; a name that none of them has makes a new one. */
export function PoolSelect({ id, chosen, error, onChoose }: PoolSelectProps) {
  const { t } = useTranslation('talent-pools')
  const labelOf = (choice: Choice) => ('id' in choice ? choice.name : t('addTo.make', { name: choice.name }))
  const [shown, setShown] = useState('')
  // What was chosen stands in the field as well, and is not searched for.
  const typed = chosen && shown === labelOf(chosen) ? '' : shown.trim()
  const [words] = useDebouncedValue(typed, 150)
  const found = useQuery({
    queryKey: ['talentPools', 'select', words],
    queryFn: () => answer(api['talent-pools'].$get({ query: { limit: 50, ...(words && { q: words }) } })),
    placeholderData: keepPreviousData,
  })
  const pools = found.data?.data.filter(pool => pool.permissions.editMembers) ?? []
  const isNew = typed !== '' && !pools.some(pool => pool.name === typed)
  const choices = new Map<string, Choice>()
  for (const choice of [...pools, ...(isNew ? [{ name: typed }] : []), ...(chosen ? [chosen] : [])]) {
    choices.set(keyOf(choice), choice)
  }
  return (
    <Select
      {...longList}
      id={id}
      label={t('addTo.pool')}
      // Without any choice there is no list to open, and the field says so itself.
      description={t(choices.size === 0 && found.isSuccess ? 'addTo.none' : 'addTo.hint')}
      data-autofocus
      searchable
      filter={({ options }) => options}
      onSearchChange={setShown}
      value={chosen && keyOf(chosen)}
      error={error ?? (found.error ? t('failed') : undefined)}
      onChange={value => onChoose(choices.get(value ?? '') ?? null)}
      data={[...choices].map(([value, choice]) => ({ value, label: labelOf(choice) }))}
    />
  )
}

function keyOf(choice: Choice): string {
  return 'id' in choice ? choice.id : `new ${choice.name}`
}
