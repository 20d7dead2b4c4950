import { getRouteApi } from '@tanstack/react-router'
import { type Source, sources } from '../candidates/candidates.shapes.ts'
import type { Board, Card } from './applications.shapes.ts'
import { type ClosedAs, closedAs } from './closings.shapes.ts'

const route = getRouteApi('/frame/jobs/$jobId/')

export const sorts = ['newest', 'oldest', 'name'] as const

export interface BoardFilter {
  text: string
  source: Source | undefined
  onlyUnseen: boolean
  sort: (typeof sorts)[number]
  view: 'board' | 'table'
  /** Those out of the running, instead of the board. */
  closed: ClosedAs | undefined
}

export interface BoardSearch {
  filter?: string
  source?: string
  unseen?: string
  sort?: string
  view?: string
  closed?: string
}

/** What the board shows of its cards, and in which order: kept in the address. */
export function useBoardFilter() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filter: BoardFilter = {
    text: search.filter ?? '',
    source: sources.find(source => source === search.source),
    onlyUnseen: search.unseen !== undefined,
    sort: sorts.find(sort => sort === search.sort) ?? 'newest',
    view: search.view === 'table' ? 'table' : 'board',
    closed: closedAs.find(as => as === search.closed),
  }
  const change = (part: BoardSearch) => {
    navigate({ search: before => ({ ...before, ...part }), replace: true })
  }
  return { filter, change, stage: search.stage }
}

export function isFiltering({ text, source, onlyUnseen }: Omit<BoardFilter, 'closed'>): boolean {
  return text !== '' || source !== undefined || onlyUnseen
}

export function filterBoard(board: Board, filter: Omit<BoardFilter, 'closed'>): Board {
  if (!isFiltering(filter) && filter.sort === 'newest') return board
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const isWanted = (card: Card) => {
    if (filter.onlyUnseen && card.opened) return false
    if (filter.source && card.source !== filter.source) return false
    const text = `${card.name} ${card.headline ?? ''}`.toLocaleLowerCase()
    return words.every(word => text.includes(word))
  }
  const stages = board.stages.map(stage => ({ ...stage, cards: ordered(stage.cards.filter(isWanted), filter.sort) }))
  return { ...board, stages }
}

// The server's order is the newest first.
function ordered(cards: Card[], sort: BoardFilter['sort']): Card[] {
  if (sort === 'oldest') return cards.toReversed()
  if (sort === 'name') return cards.toSorted((one, other) => one.name.localeCompare(other.name))
  return cards
}

export function countCards(board: Board): number {
  return board.stages.reduce((sum, stage) => sum + stage.cards.length, 0)
}

export function countClosed({ closedCounts }: Board): number {
  return closedAs.reduce((sum, as) => sum + closedCounts[as], 0)
}
