import { applicationsRoutes } from './hiring/applications/applications.routes.ts'
import { closingsRoutes } from './hiring/applications/closings.routes.ts'
import { candidatesRoutes } from './hiring/candidates/candidates.routes.ts'
import { changesRoutes } from './hiring/changes/changes.routes.ts'
import { companyEntranceRoutes } from './hiring/company-sign-in/company-entrance.routes.ts'
import { companySignInRoutes } from './hiring/company-sign-in/company-sign-in.routes.ts'
import { erasingRoutes } from './hiring/erasing/erasing.routes.ts'
import { homeRoutes } from './hiring/home/home.routes.ts'
import { hiringTeamRoutes } from './hiring/jobs/hiring-team.routes.ts'
import { jobsRoutes } from './hiring/jobs/jobs.routes.ts'
import { notesRoutes } from './hiring/notes/notes.routes.ts'
import { notificationsRoutes } from './hiring/notifications/notifications.routes.ts'
import { processesRoutes } from './hiring/processes/processes.routes.ts'
import { savedViewsRoutes } from './hiring/saved-views/saved-views.routes.ts'
import { searchRoutes } from './hiring/search/search.routes.ts'
import { signInRulesRoutes } from './hiring/sign-in-rules/sign-in-rules.routes.ts'
import { poolMembersRoutes } from './hiring/talent-pools/pool-members.routes.ts'
import { talentPoolsRoutes } from './hiring/talent-pools/talent-pools.routes.ts'
import { invitationsRoutes } from './hiring/users/invitations.routes.ts'
import { usersRoutes } from './hiring/users/users.routes.ts'
import { deliveryRoutes } from './linkedin/delivery/delivery.routes.ts'
import { payloadsErasing } from './linkedin/delivery/erase-payloads.ts'
import { identityErasing } from './linkedin/identity/erased-persons.ts'
import { matchDeskRoutes } from './linkedin/match-desk/match-desk.routes.ts'
import { receiptsErasing } from './linkedin/one-click-export/erase-receipts.ts'
import { receiptsCompanion } from './linkedin/one-click-export/merge-receipts.ts'
import { oneClickExportRoutes } from './linkedin/one-click-export/one-click-export.routes.ts'
import { profileWidgetRoutes } from './linkedin/profile-widget/profile-widget.routes.ts'
import { setUpRoutes } from './linkedin/set-up/set-up.routes.ts'
import { userConnectionRoutes } from './linkedin/user-connection/user-connection.routes.ts'
import { apiTokensRoutes } from './platform/api-tokens/api-tokens.routes.ts'
import type { App } from './platform/app.ts'
import { accountRoutes } from './platform/auth/account.routes.ts'
import { passwordRoutes } from './platform/auth/password.routes.ts'
import { secondStepRoutes } from './platform/auth/second-step.routes.ts'
import { sessionRoutes } from './platform/auth/session.routes.ts'
import { liveRoutes } from './platform/http/live.routes.ts'
import { createRouter } from './platform/http/router.ts'
import { capturedMailsRoutes } from './platform/mail/captured-mails.routes.ts'

/** Every slice's addresses. Their types travel to the browser, which is why they are chained. */
export function buildRoutes(app: App) {
  return createRouter()
    .route('/api/v1', sessionRoutes(app))
    .route('/api/v1', secondStepRoutes(app))
    .route('/api/v1', passwordRoutes(app))
    .route('/api/v1', accountRoutes(app))
    .route('/api/v1', capturedMailsRoutes(app))
    .route('/api/v1', liveRoutes(app))
    .route('/api/v1', apiTokensRoutes(app))
    .route('/api/v1', usersRoutes(app))
    .route('/api/v1', invitationsRoutes(app))
    .route('/api/v1', signInRulesRoutes(app))
    .route('/api/v1', companySignInRoutes(app))
    .route('/api/v1', companyEntranceRoutes(app))
    .route('/api/v1', jobsRoutes(app))
    .route('/api/v1', hiringTeamRoutes(app))
    .route('/api/v1', processesRoutes(app))
    .route('/api/v1', searchRoutes(app))
    .route('/api/v1', candidatesRoutes(app))
    .route('/api/v1', savedViewsRoutes(app))
    .route('/api/v1', talentPoolsRoutes(app))
    .route('/api/v1', poolMembersRoutes(app))
    .route('/api/v1', applicationsRoutes(app))
    .route('/api/v1', notesRoutes(app))
    .route('/api/v1', closingsRoutes(app))
    .route('/api/v1', notificationsRoutes(app))
    .route('/api/v1', changesRoutes(app))
    .route('/api/v1', homeRoutes(app))
    .route('/api/v1', setUpRoutes(app))
    .route('/api/v1', profileWidgetRoutes(app))
    .route('/api/v1', userConnectionRoutes(app))
    .route('/api/v1', deliveryRoutes(app))
    .route('/api/v1', oneClickExportRoutes(app))
    .route('/api/v1', matchDeskRoutes(app, [receiptsCompanion]))
    .route('/api/v1', erasingRoutes(app, [identityErasing, receiptsErasing, payloadsErasing]))
}

export type Routes = ReturnType<typeof buildRoutes>
