/** @jsxImportSource hono/jsx */
import type { Member } from '../member-shape.ts'
import { countMonths, formatMonth, type Period } from './formats.ts'
import { Icon, type IconName } from './Icon.tsx'
import type { Visit } from './visit.ts'

export function Experience({ visit, member }: { visit: Visit; member: Member }) {
  if (member.experience.length === 0) return null
  return (
    <section class="card section" aria-labelledby="experience">
      <h2 id="experience">{visit.words.profile.experience}</h2>
      <ul>
        {member.experience.map(post => (
          <Row
            icon="building"
            name={post.title}
            place={[post.companyName, post.location].filter(part => part !== '').join(', ')}
            when={describePeriod(visit, post)}
          />
        ))}
      </ul>
    </section>
  )
}

export function Education({ visit, member }: { visit: Visit; member: Member }) {
  if (member.education.length === 0) return null
  return (
    <section class="card section" aria-labelledby="education">
      <h2 id="education">{visit.words.profile.education}</h2>
      <ul>
        {member.education.map(school => (
          <Row
            icon="school"
            name={school.degree}
            place={school.schoolName}
            when={`${school.fromYear} – ${school.toYear ?? visit.words.frame.now}`}
          />
        ))}
      </ul>
    </section>
  )
}

function Row({ icon, name, place, when }: { icon: IconName; name: string; place: string; when: string }) {
  return (
    <li class="post">
      <span class="post-icon">
        <Icon name={icon} />
      </span>
      <p class="post-what">
        <strong>{name}</strong>
        <span>{place}</span>
      </p>
      <p class="post-when">{when}</p>
    </li>
  )
}

function describePeriod(visit: Visit, period: Period): string {
  const to = period.to === null ? visit.words.frame.now : formatMonth(period.to, visit.language)
  const months = countMonths(period, visit.now)
  const span = `${formatMonth(period.from, visit.language)} – ${to}`
  if (months === undefined) return span
  return `${span} · ${visit.words.profile.duration(Math.floor(months / 12), months % 12)}`
}
