import { Button, Menu } from '@mantine/core'
import { IconArrowsSort, IconColumns3 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { candidateColumnNames } from '../saved-views/saved-views.shapes.ts'
import { SearchField } from '../search/SearchField.tsx'
import { SearchHelp } from '../search/SearchHelp.tsx'
import { candidateSorts, facetNames } from '../search/search.shapes.ts'
import classes from './candidate-filter-bar.module.css'
import { type Column, columnsInAddress, columnsOf, isNarrowed } from './candidate-list.tsx'
import { FacetMenu } from './FacetMenu.tsx'
import type { CandidateList } from './useCandidateList.tsx'

/** Words, facets, order and columns. All of it is in the address. */
export function CandidateFilterBar({ list, views }: { list: CandidateList; views: ReactNode }) {
  const { t } = useTranslation('candidates')
  const { search, query, facets, refusal, change } = list
  return (
    <search className={classes.bar} aria-label={t('filter')}>
      <div className={classes.line}>
        {views}
        <div className={classes.words}>
          <SearchField
            label={t('search')}
            hint={t('searchHint')}
            error={refusal}
            value={search.q ?? ''}
            onSearch={q => change({ q })}
          />
          <SearchHelp />
        </div>
        <div className={classes.end}>
          <ColumnMenu list={list} />
          <SortMenu list={list} />
        </div>
      </div>
      <div className={classes.facets}>
        {facetNames.map(name => (
          <FacetMenu
            key={name}
            name={name}
            facets={facets}
            chosen={search[name] ?? []}
            onChange={chosen => change({ [name]: chosen })}
          />
        ))}
        {isNarrowed(query) ? (
          <LinkLikeButton onClick={() => change(Object.fromEntries(facetNames.map(name => [name, []])))}>
            {t('facet.clearAll')}
          </LinkLikeButton>
        ) : null}
      </div>
    </search>
  )
}

function SortMenu({ list: { query, change } }: { list: CandidateList }) {
  const { t } = useTranslation('candidates')
  const usual = query.q ? 'relevance' : 'newest'
  // Without words nobody fits better than another.
  const choices = candidateSorts.filter(one => one !== 'relevance' || query.q)
  const sort = choices.find(one => one === query.sort) ?? usual
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.sort ?? ''}
          leftSection={<IconArrowsSort size={15} aria-hidden />}
          aria-label={t('sort.named', { sort: t(`sort.${sort}`) })}
        >
          {t(`sort.${sort}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={sort} onChange={next => change({ sort: next === usual ? '' : next })}>
          {choices.map(one => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(`sort.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function ColumnMenu({ list: { search, change } }: { list: CandidateList }) {
  const { t } = useTranslation('candidates')
  const shown = columnsOf(search)
  const toggle = (name: Column) => {
    const next = candidateColumnNames.filter(one => (one === name ? !shown.includes(one) : shown.includes(one)))
    change({ columns: columnsInAddress(next) })
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.columns ?? ''}
          leftSection={<IconColumns3 size={15} aria-hidden />}
        >
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {candidateColumnNames.map(name => (
          <Menu.CheckboxItem key={name} checked={shown.includes(name)} onChange={() => toggle(name)}>
            {t(`column.${name}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
