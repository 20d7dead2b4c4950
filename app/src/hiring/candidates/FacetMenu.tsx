import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../ui/problem-words.ts'
import { type CandidateFacets, type Facet, type FacetName, MAX_FACET_VALUES } from '../search/search.shapes.ts'
import classes from './candidate-filter-bar.module.css'
import { useValueWords } from './facet-words.tsx'

interface FacetMenuProps {
  name: FacetName
  facets: UseQueryResult<CandidateFacets>
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** One thing to narrow by, with how many there are of each value. Several values mean one of them. */
export function FacetMenu({ name, facets, chosen, onChange }: FacetMenuProps) {
  const { t } = useTranslation('candidates')
  const facet = facets.data?.facets.find(one => one.name === name)
  const values = withChosen(facet?.values ?? [], chosen)
  const wordOf = useValueWords(name, values)
  const title = t(`facet.${name}`)
  const words = values.filter(({ value }) => chosen.includes(value)).map(wordOf)
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value])
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="default"
          className={(chosen.length > 0 ? classes.chosen : classes.add) ?? ''}
          leftSection={chosen.length > 0 ? null : <IconPlus size={14} aria-hidden />}
          rightSection={chosen.length > 0 ? <IconChevronDown size={14} aria-hidden /> : null}
        >
          {words.length === 0 ? title : t('facet.chosen', { name: title, values: shorten(words) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <FacetNote facets={facets} values={facet?.values} />
        {values.map(entry => (
          <Menu.CheckboxItem
            key={entry.value}
            checked={chosen.includes(entry.value)}
            onChange={() => toggle(entry.value)}
            rightSection={<Count number={entry.count} />}
          >
            {wordOf(entry)}
          </Menu.CheckboxItem>
        ))}
        {chosen.length > 0 ? (
          <>
            <Menu.Divider />
            <Menu.Item closeMenuOnClick onClick={() => onChange([])}>
              {t('facet.clear', { name: title })}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}

interface FacetNoteProps {
  facets: UseQueryResult<CandidateFacets>
  values: Facet['values'] | undefined
}

/** Why there is nothing to choose, or why this is not all. */
function FacetNote({ facets: { data, error, refetch }, values }: FacetNoteProps) {
  const { t, i18n } = useTranslation(['candidates', 'ui'])
  const wordProblem = useProblemWords()
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  if (error) {
    return (
      <>
        <Menu.Label className={classes.note ?? ''}>
          {t('facet.failed')} {wordProblem(error)}
        </Menu.Label>
        <Menu.Item onClick={() => refetch()}>{t('ui:state.retry')}</Menu.Item>
      </>
    )
  }
  // A menu that has no item to go to is none to a screen reader, and Escape does not leave it.
  if (!data || !values) return <Menu.Item aria-disabled>{t('facet.counting')}</Menu.Item>
  if (values.length === 0) {
    return (
      <Menu.Item aria-disabled className={classes.note ?? ''}>
        {t('facet.nothing')}
      </Menu.Item>
    )
  }
  const notes = [
    ...(data.count.capped ? [t('facet.newest', { number: number(data.count.value) })] : []),
    ...(values.length === MAX_FACET_VALUES ? [t('facet.mostFrequent', { number: number(MAX_FACET_VALUES) })] : []),
  ]
  return notes.length > 0 ? <Menu.Label className={classes.note ?? ''}>{notes.join(' ')}</Menu.Label> : null
}

function Count({ number }: { number: number }) {
  const { i18n } = useTranslation()
  return <span className={classes.count}>{new Intl.NumberFormat(i18n.language).format(number)}</span>
}

/** What was chosen stays to be taken away, though nobody has it now. */
function withChosen(values: Facet['values'], chosen: readonly string[]): Facet['values'] {
  const missing = chosen.filter(one => !values.some(({ value }) => value === one))
  return [...values, ...missing.map(value => ({ value, label: value, count: 0 }))]
}

function shorten([first = '', ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} +${others.length}` : first
}
