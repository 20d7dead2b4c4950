/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import type { Contract } from '../../records.ts'
import { formatNumber } from '../formats.ts'
import { Layout } from '../Layout.tsx'
import type { RecruiterVisit } from '../visit.ts'
import { projectAddress, projectsAddress } from './addresses.ts'
import type { ProjectSummary } from './projects-view.ts'
import { NewProjectFields } from './SaveToProject.tsx'

export interface ProjectsPageProps {
  readonly visit: RecruiterVisit
  readonly projects: readonly ProjectSummary[]
  readonly contracts: readonly Contract[]
}

export function ProjectsPage({ visit, projects, contracts }: ProjectsPageProps) {
  const words = visit.words.projects
  return (
    <Layout visit={visit} title={words.title} place="projects">
      <div class="projects-page">
        <h1 class="count-row">{words.title}</h1>
        {projects.length === 0 ? (
          <div class="card empty">
            <h2>{words.none}</h2>
            <p>{words.noneLead}</p>
          </div>
        ) : (
          <ul class="card results">
            {projects.map(summary => (
              <Project visit={visit} summary={summary} />
            ))}
          </ul>
        )}
        <section class="card section" aria-labelledby="new-project">
          <h2 id="new-project">{words.newTitle}</h2>
          <form class="new-project" method="post" action={projectsAddress}>
            <NewProjectFields visit={visit} contracts={contracts} />
            <button class="button filled" type="submit">
              {words.create}
            </button>
          </form>
        </section>
      </div>
    </Layout>
  )
}

function Project({ visit, summary }: { visit: RecruiterVisit; summary: ProjectSummary }) {
  const words = visit.words.projects
  const { project, contract, owner, access, people } = summary
  const isOwn = owner.memberId === visit.member.memberId
  return (
    <li class="result">
      <div class="result-what">
        <h2>
          <a class="result-name" href={projectAddress(project.projectId)}>
            {project.name}
          </a>
        </h2>
        <p class="meta">{[contract, isOwn ? words.yours : words.ownedBy(fullNameOf(owner))].join(' · ')}</p>
      </div>
      <div class="project-facts">
        <p>{visit.words.search.people(formatNumber(people, visit.language))}</p>
        {!isOwn && <p>{words.access[access]}</p>}
      </div>
    </li>
  )
}
