import { Page } from '../../ui/Page.tsx'

export function CandidatesPage() {
  return <Page title="CandidatesPage">{null}</Page>
}
