/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import {
  createProject,
  getProject,
  listContractsForProjects,
  removeFromProject,
  shareProject,
} from '../../behaviours/projects.ts'
import { Refusal } from '../../refusal.ts'
import type { Sandbox } from '../../sandbox.ts'
import { ErrorPage } from '../ErrorPage.tsx'
import { recruiterOnly } from '../recruiter-only.tsx'
import { renderPage } from '../render-page.ts'
import type { PageContext, PageEnv, RecruiterVisit } from '../visit.ts'
import { projectAddress, projectsAddress } from './addresses.ts'
import { ProjectPage } from './ProjectPage.tsx'
import { ProjectsPage } from './ProjectsPage.tsx'
import { listSummaries, projectAccesses, readProjectView } from './projects-view.ts'

type ProjectPath = '/talent/projects/:projectId'

export function mountProjects(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get(
    projectsAddress,
    recruiterOnly(sandbox, (c, visit) => {
      const { memberId } = visit.member
      const projects = listSummaries(sandbox, memberId)
      const contracts = listContractsForProjects(sandbox, memberId)
      return renderPage(c, <ProjectsPage visit={visit} projects={projects} contracts={contracts} />)
    }),
  )

  app.post(
    projectsAddress,
    recruiterOnly(sandbox, async (c, visit) => {
      const form = new URLSearchParams(await c.req.text())
      const project = createProject(sandbox, {
        name: form.get('name') ?? '',
        contract: form.get('contract') ?? '',
        byMemberId: visit.member.memberId,
      })
      return c.redirect(projectAddress(project.projectId), 303)
    }),
  )

  app.get(
    '/talent/projects/:projectId',
    recruiterOnly(sandbox, (c: PageContext<ProjectPath>, visit) => showProject(c, sandbox, visit)),
  )

  app.post(
    '/talent/projects/:projectId',
    recruiterOnly(sandbox, async (c: PageContext<ProjectPath>, visit) => {
      const form = new URLSearchParams(await c.req.text())
      const projectId = c.req.param('projectId')
      const address = projectAddress(projectId)
      const byMemberId = visit.member.memberId
      const memberId = form.get('member') ?? ''
      switch (form.get('act')) {
        case 'remove':
          removeFromProject(sandbox, { projectId, byMemberId, memberId })
          return c.redirect(`${address}?${new URLSearchParams({ removed: memberId })}`, 303)
        case 'share': {
          const access = projectAccesses.find(each => each === form.get('access')) ?? 'view'
          shareProject(sandbox, { projectId, byMemberId, withMemberId: memberId, access })
          return c.redirect(`${address}#sharing`, 303)
        }
        case 'take-back':
          shareProject(sandbox, { projectId, byMemberId, withMemberId: memberId, access: null })
          return c.redirect(`${address}#sharing`, 303)
      }
      return c.redirect(address, 303)
    }),
  )
}

/** A project that is not shared with the reader does not exist for him. */
function showProject(c: PageContext<ProjectPath>, sandbox: Sandbox, visit: RecruiterVisit) {
  const byMemberId = visit.member.memberId
  try {
    const project = getProject(sandbox, { projectId: c.req.param('projectId'), byMemberId })
    const view = readProjectView(sandbox, project, byMemberId)
    const removedId = c.req.query('removed')
    const isGone = removedId !== undefined && view.saved.every(each => each.member.memberId !== removedId)
    const removed = isGone ? sandbox.store.members.find(removedId) : undefined
    return renderPage(c, <ProjectPage visit={visit} view={view} removed={removed} />)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return renderPage(c, <ErrorPage visit={visit} kind="notFound" detail={error.message} />, 404)
  }
}
