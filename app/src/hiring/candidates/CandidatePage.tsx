import { Page } from '../../ui/Page.tsx'

export function CandidatePage() {
  return <Page title="CandidatePage">{null}</Page>
}
