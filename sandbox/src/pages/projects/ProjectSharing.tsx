/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import type { RecruiterVisit } from '../visit.ts'
import { projectAddress } from './addresses.ts'
import { type ProjectView, projectAccesses } from './projects-view.ts'

export interface ProjectSharingProps {
  readonly visit: RecruiterVisit
  readonly view: ProjectView
}

/** Who works in the project; whoever has full access changes that. */
export function ProjectSharing({ visit, view }: ProjectSharingProps) {
  const words = visit.words.projects
  const mayShare = view.access === 'full'
  return (
    <section class="card section" aria-labelledby="sharing">
      <h2 id="sharing">{words.sharing}</h2>
      {view.collaborators.length === 0 && <p class="meta">{words.notShared}</p>}
      <ul class="access-rows">
        {view.collaborators.map(({ member, access }) => (
          <li class="access-row">
            <p>
              <strong>{fullNameOf(member)}</strong>
              {` · ${words.access[access]}`}
            </p>
            {mayShare && <TakeBack visit={visit} view={view} member={member} />}
          </li>
        ))}
      </ul>
      {mayShare && view.others.length > 0 && <ShareForm visit={visit} view={view} />}
    </section>
  )
}

function TakeBack({ visit, view, member }: ProjectSharingProps & { member: Member }) {
  return (
    <form method="post" action={projectAddress(view.project.projectId)}>
      <input type="hidden" name="member" value={member.memberId} />
      <button class="button" type="submit" name="act" value="take-back">
        {visit.words.projects.takeBack}
        <span class="visually-hidden">{`: ${fullNameOf(member)}`}</span>
      </button>
    </form>
  )
}

function ShareForm({ visit, view }: ProjectSharingProps) {
  const words = visit.words.projects
  return (
    <form class="admin-inline" method="post" action={projectAddress(view.project.projectId)}>
      <div>
        <label for="share-member">{words.colleague}</label>
        <select class="field" id="share-member" name="member">
          {view.others.map(member => (
            <option value={member.memberId}>{fullNameOf(member)}</option>
          ))}
        </select>
      </div>
      <div>
        <label for="share-access">{words.accessLabel}</label>
        <select class="field" id="share-access" name="access">
          {projectAccesses.map(access => (
            <option value={access}>{words.access[access]}</option>
          ))}
        </select>
      </div>
      <button class="button" type="submit" name="act" value="share">
        {words.share}
      </button>
    </form>
  )
}
