/** @jsxImportSource hono/jsx */
import type { Actor } from '@lodestone/rsc/data-formats'
import type { Child } from 'hono/jsx'
import { fullNameOf } from '../../behaviours/members.ts'
import { Instant } from '../Instant.tsx'
import type { Visit } from '../visit.ts'
import type { InAtsCard } from './in-ats-card.ts'

interface Props {
  readonly visit: Visit
  readonly card: InAtsCard
}

export function InAtsFeedback({ visit, card }: Props) {
  const words = visit.words.inAts
  if (card.feedback.length === 0) return <p class="meta">{words.noFeedback}</p>
  return (
    <ul class="in-ats-texts">
      {card.feedback.map(({ interviewer, interviewType, feedback = '', evaluations = [], job, at }) => (
        <Text visit={visit} by={interviewer} at={at} about={job}>
          {interviewType !== undefined && <p class="small text-2">{words.interviewTypes[interviewType]}</p>}
          {feedback !== '' && <p class="in-ats-text">{feedback}</p>}
          {evaluations.length > 0 && (
            <dl>
              {evaluations.map(({ attribute, result = '' }) => (
                <div>
                  <dt>{attribute}</dt>
                  <dd>{result === '' ? words.notJudged : result}</dd>
                </div>
              ))}
            </dl>
          )}
        </Text>
      ))}
    </ul>
  )
}

export function InAtsNotes({ visit, card }: Props) {
  const words = visit.words.inAts
  if (card.notes.length === 0) return <p class="meta">{words.noNotes}</p>
  return (
    <ul class="in-ats-texts">
      {card.notes.map(({ author, note = '', job, at }) => (
        <Text visit={visit} by={author} at={at} about={job ?? words.aboutPerson}>
          <p class="in-ats-text">{note}</p>
        </Text>
      ))}
    </ul>
  )
}

interface TextProps {
  readonly visit: Visit
  readonly by: Actor | undefined
  readonly at: number
  readonly about: string
  readonly children: Child
}

function Text({ visit, by, at, about, children }: TextProps) {
  return (
    <li>
      <div class="in-ats-job">
        <h3>{by === undefined ? visit.words.inAts.unnamed : fullNameOf(by)}</h3>
        <p class="small text-3">
          {`${about} · `}
          <Instant at={at} format="date" language={visit.language} />
        </p>
      </div>
      {children}
    </li>
  )
}
