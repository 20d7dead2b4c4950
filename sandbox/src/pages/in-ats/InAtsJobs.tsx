/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import { Instant } from '../Instant.tsx'
import type { Visit } from '../visit.ts'
import type { InAtsCard, InAtsJob } from './in-ats-card.ts'

interface Props {
  readonly visit: Visit
  readonly card: InAtsCard
}

/** Each job with its current status and the dated way there, then the person as the ATS has him. */
export function InAtsJobs({ visit, card }: Props) {
  const words = visit.words.inAts
  return (
    <>
      {card.jobs.length === 0 && <p class="meta">{words.noJobs}</p>}
      <ul class="in-ats-jobs">
        {card.jobs.map(job => (
          <Job visit={visit} job={job} />
        ))}
      </ul>
      <Facts visit={visit} card={card} />
    </>
  )
}

function Job({ visit, job }: { visit: Visit; job: InAtsJob }) {
  const words = visit.words.inAts
  const current = job.steps.at(-1)
  return (
    <li data-job-id={job.externalJobPostingId} data-status={current?.stage ?? ''}>
      <div class="in-ats-job">
        <h3>
          {job.title} <span class="small text-3">{job.externalJobPostingId}</span>
          {job.isClosed && <span class="small text-3">{` · ${words.closed}`}</span>}
        </h3>
        <p class="in-ats-status">
          <span class="visually-hidden">{words.status}</span> {current?.stage ?? words.noStatus}
        </p>
      </div>
      <ol class="way">
        {job.steps.map(step => (
          <li class="way-step" aria-current={step === current ? 'step' : undefined}>
            <span class="way-stage">{step.stage}</span>
            <Instant at={step.at} format="date" language={visit.language} />
          </li>
        ))}
      </ol>
      {job.source !== '' && <p class="small text-2">{words.source(job.source)}</p>}
      {job.dispositionReason !== '' && <p class="small text-2">{words.reason(job.dispositionReason)}</p>}
    </li>
  )
}

function Facts({ visit, card }: Props) {
  const { candidate } = card
  const words = visit.words.inAts
  const { prefix, middleInitial, suffix, phoneNumbers, currentJobTitle, currentCompanyName } = candidate
  const given = [prefix, candidate.firstName, middleInitial].filter(Boolean).join(' ')
  const name = fullNameOf({ firstName: given, lastName: [candidate.lastName, suffix].filter(Boolean).join(' ') })
  const facts = [
    [words.facts.name, name],
    [words.facts.email, (candidate.emailAddresses ?? []).join(', ')],
    [
      words.facts.phone,
      phoneNumbers.map(phone => [phone.number, phone.extension].filter(Boolean).join(' ')).join(', '),
    ],
    [words.facts.work, [currentJobTitle, currentCompanyName].filter(Boolean).join(', ')],
    [words.facts.address, candidate.addresses.map(writeAddress).join(' · ')],
    [words.facts.profile, candidate.linkedInProfileUrl ?? ''],
    [words.facts.contact, candidate.doNotContact === true ? words.doNotContact : ''],
  ] as const
  return (
    <div class="in-ats-facts">
      <h3>{words.factsIn(card.ats)}</h3>
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

function writeAddress(address: InAtsCard['candidate']['addresses'][number]): string {
  const { line1, line2, postalCode, city, geographicArea, country } = address
  return [line1, line2, [postalCode, city].filter(Boolean).join(' '), geographicArea, country?.toUpperCase()]
    .filter(Boolean)
    .join(', ')
}
