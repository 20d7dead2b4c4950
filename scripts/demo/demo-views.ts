import type { newSavedView } from '../../app/src/hiring/saved-views/saved-views.shapes.ts'

export type DemoView = (typeof newSavedView)['_zod']['input'] & {
  /** By last name. */
  owner: string
}

export const viewsNederland: DemoView[] = [
  {
    owner: 'de Wit',
    name: 'Java around Utrecht',
    shared: true,
    view: {
      q: '(java OR kotlin) AND (utrecht OR amersfoort OR hilversum)',
      columns: ['headline', 'location', 'skills', 'applications', 'added'],
    },
  },
  { owner: 'de Wit', name: 'Close to an offer', view: { filters: { stage: ['interview', 'offer'] } } },
  { owner: 'Hoekstra', name: 'Designers', shared: true, view: { q: 'designer*', sort: 'name' } },
  {
    owner: 'Kuiper',
    name: 'Prospects from LinkedIn',
    view: { filters: { source: ['linkedin'], stage: ['prospect'] }, sort: 'name' },
  },
]
