import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOf } from './candidate-query.tsx'
import classes from './candidate-selection.module.css'
import type { CandidateListItem } from './candidates.shapes.ts'

export interface Selection {
  ids: ReadonlySet<string>
  set: (ids: readonly string[]) => void
}

/** Who is chosen on one list; on another one, nobody is. */
export function useSelection(list: string): Selection {
  const [chosen, setChosen] = useState<{ list: string; ids: ReadonlySet<string> }>({ list, ids: new Set() })
  return {
    ids: chosen.list === list ? chosen.ids : new Set(),
    set: ids => setChosen({ list, ids: new Set(ids) }),
  }
}

interface SelectOneProps {
  candidate: CandidateListItem
  selection: Selection
}

export function SelectOne({ candidate, selection: { ids, set } }: SelectOneProps) {
  const { t } = useTranslation('candidates')
  const { id } = candidate
  return (
    <td className={classes.box}>
      <Checkbox
        aria-label={t('selection.one', { name: nameOf(candidate) })}
        checked={ids.has(id)}
        onChange={event => set(event.currentTarget.checked ? [...ids, id] : [...ids].filter(one => one !== id))}
      />
    </td>
  )
}

interface SelectAllProps {
  candidates: readonly CandidateListItem[]
  selection: Selection
}

export function SelectAll({ candidates, selection: { ids, set } }: SelectAllProps) {
  const { t } = useTranslation('candidates')
  const isAll = candidates.every(candidate => ids.has(candidate.id))
  return (
    <th scope="col" className={classes.box}>
      <Checkbox
        aria-label={t('selection.all')}
        checked={isAll}
        indeterminate={ids.size > 0 && !isAll}
        onChange={() => set(isAll ? [] : candidates.map(candidate => candidate.id))}
      />
    </th>
  )
}
