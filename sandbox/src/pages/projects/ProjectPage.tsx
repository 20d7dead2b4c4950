/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import { formatNumber } from '../formats.ts'
import { Icon } from '../Icon.tsx'
import { Instant } from '../Instant.tsx'
import { Layout } from '../Layout.tsx'
import { initialsOf } from '../names.ts'
import type { RecruiterVisit } from '../visit.ts'
import { projectAddress, projectsAddress } from './addresses.ts'
import { ProjectSharing } from './ProjectSharing.tsx'
import type { ProjectView } from './projects-view.ts'

export interface ProjectPageProps {
  readonly visit: RecruiterVisit
  readonly view: ProjectView
  /** Who has just been taken out. */
  readonly removed: Member | undefined
}

export function ProjectPage(props: ProjectPageProps) {
  const { visit, view, removed } = props
  const words = visit.words.projects
  const { project, contract, owner } = view
  return (
    <Layout visit={visit} title={project.name} place="projects">
      <div class="crumbs">
        <a href={projectsAddress}>
          <Icon name="left" />
          {words.title}
        </a>
      </div>
      <div class="projects-page">
        <h1>{project.name}</h1>
        <p class="meta">{[contract, words.ownedBy(fullNameOf(owner)), words.access[view.access]].join(' · ')}</p>
        {removed !== undefined && (
          <p class="note ok" role="status" tabindex={-1} data-outcome={true}>
            <Icon name="check" />
            {words.removed(fullNameOf(removed))}
          </p>
        )}
        <div class="count-row">
          <h2 id="people">{visit.words.search.people(formatNumber(view.people, visit.language))}</h2>
        </div>
        {view.people === 0 ? (
          <div class="card empty">
            <p>{words.nobody}</p>
          </div>
        ) : (
          <People {...props} />
        )}
        <ProjectSharing visit={visit} view={view} />
      </div>
    </Layout>
  )
}

function People({ visit, view }: ProjectPageProps) {
  return (
    <ul class="card results" aria-labelledby="people">
      {view.saved.map(({ member, savedBy, savedAt }) => (
        <li class="result">
          <span class="monogram" aria-hidden="true">
            {initialsOf(member)}
          </span>
          <div class="result-what">
            <Name visit={visit} member={member} />
            <p class="small text-3">
              {visit.words.projects.savedBy(fullNameOf(savedBy))}{' '}
              <Instant at={savedAt} format="date-time" language={visit.language} />
            </p>
          </div>
          {view.access !== 'view' && <Remove visit={visit} view={view} member={member} />}
        </li>
      ))}
    </ul>
  )
}

function Name({ visit, member }: { visit: RecruiterVisit; member: Member }) {
  if (member.closedAt !== null) {
    return (
      <>
        <h3>{fullNameOf(member)}</h3>
        <p class="meta">{visit.words.profile.closed}</p>
      </>
    )
  }
  return (
    <>
      <h3>
        <a class="result-name" href={`/talent/profile/${member.memberId}`}>
          {fullNameOf(member)}
        </a>
      </h3>
      <p>{member.headline}</p>
    </>
  )
}

function Remove({ visit, view, member }: { visit: RecruiterVisit; view: ProjectView; member: Member }) {
  return (
    <form method="post" action={projectAddress(view.project.projectId)}>
      <input type="hidden" name="member" value={member.memberId} />
      <button class="button" type="submit" name="act" value="remove">
        {visit.words.projects.remove}
        <span class="visually-hidden">{`: ${fullNameOf(member)}, ${member.headline}`}</span>
      </button>
    </form>
  )
}
