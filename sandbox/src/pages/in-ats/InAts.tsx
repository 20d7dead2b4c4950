/** @jsxImportSource hono/jsx */
import { formatNumber } from '../formats.ts'
import { Icon } from '../Icon.tsx'
import type { Visit } from '../visit.ts'
import { InAtsJobs } from './InAtsJobs.tsx'
import { InAtsFeedback, InAtsNotes } from './InAtsTexts.tsx'
import type { InAtsCard } from './in-ats-card.ts'
import { type InAtsTab, type InAtsView, inAtsTabs } from './in-ats-view.ts'

interface Props {
  readonly visit: Visit
  readonly view: InAtsView
}

/** What the ATS shares about this person, to be read and not to be changed. */
export function InAts({ visit, view }: Props) {
  if (view.cards.length === 0 && view.waitingFor === undefined) return null
  return (
    <div id="in-ats">
      {view.waitingFor !== undefined && <Waiting visit={visit} ats={view.waitingFor} />}
      {view.cards.map((card, index) => (
        <Card visit={visit} view={view} card={card} headingId={`in-ats-heading-${index + 1}`} />
      ))}
    </div>
  )
}

function Waiting({ visit, ats }: { visit: Visit; ats: string }) {
  const words = visit.words.inAts
  return (
    <section class="card section" aria-labelledby="in-ats-heading">
      <Head visit={visit} id="in-ats-heading" from={words.from(ats)} />
      <p class="meta">{words.empty}</p>
    </section>
  )
}

function Card({ visit, view, card, headingId }: Props & { card: InAtsCard; headingId: string }) {
  const words = visit.words.inAts
  return (
    <section class="card section in-ats" aria-labelledby={headingId} data-in-ats={true}>
      <Head visit={visit} id={headingId} from={words.from([card.ats, card.organization].filter(Boolean).join(', '))} />
      <Tabs visit={visit} view={view} card={card} />
      {view.tab === 'jobs' && <InAtsJobs visit={visit} card={card} />}
      {view.tab === 'feedback' && <InAtsFeedback visit={visit} card={card} />}
      {view.tab === 'notes' && <InAtsNotes visit={visit} card={card} />}
      {card.address !== undefined && (
        <p class="in-ats-foot">
          <a href={card.address} target="_blank" rel="noopener noreferrer">
            {words.viewIn(card.ats)}
            <Icon name="open" />
            <span class="visually-hidden">{visit.words.messages.newWindow}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function Head({ visit, id, from }: { visit: Visit; id: string; from: string }) {
  return (
    <div class="in-ats-head">
      <h2 id={id}>{visit.words.inAts.title}</h2>
      <p class="small text-3">{from}</p>
    </div>
  )
}

function Tabs({ visit, view, card }: Props & { card: InAtsCard }) {
  const words = visit.words.inAts
  const counts: Readonly<Record<InAtsTab, number>> = {
    jobs: 0,
    feedback: card.feedback.length,
    notes: card.notes.length,
  }
  const nameOf = (tab: InAtsTab) =>
    counts[tab] === 0 ? words.tabs[tab] : `${words.tabs[tab]} (${formatNumber(counts[tab], visit.language)})`
  return (
    <nav class="tabs" aria-label={words.tabsOf(card.ats)}>
      {inAtsTabs.map(tab => (
        <a href={view.addressOf(tab)} aria-current={tab === view.tab ? 'true' : undefined}>
          {nameOf(tab)}
        </a>
      ))}
    </nav>
  )
}
