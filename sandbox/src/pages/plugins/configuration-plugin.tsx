/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import {
  chooseContract,
  findContractToConnect,
  listConnectableContracts,
} from '../../behaviours/connectable-contracts.ts'
import { listAdminsOfOrganization } from '../../behaviours/contracts.ts'
import {
  findConnectedCompany,
  findNotice,
  notifyPartner,
  readAccessRow,
  requestIntegrations,
  spellOutKey,
} from '../../behaviours/integrations.ts'
import { fullNameOf } from '../../behaviours/members.ts'
import type { AccessLevel, Contract, IntegrationKey } from '../../records.ts'
import type { Sandbox } from '../../sandbox.ts'
import { atsTabAddress } from '../admin-address.ts'
import { formatList } from '../formats.ts'
import { ContractChooser } from './ContractChooser.tsx'
import { IntegrationRows } from './IntegrationRows.tsx'
import { type MemberRequest, mountPlugin, type Showing } from './mount-plugin.tsx'
import { PluginProblem } from './PluginProblem.tsx'

const levelOfBundle: Readonly<Record<string, AccessLevel>> = {
  RECRUITER_SYSTEM_CONNECT_COMPANY: 'company',
  RECRUITER_SYSTEM_CONNECT_CONTRACT: 'contract',
}

/** The documented address, and the one of LinkedIn's older sample page. */
export function mountConfigurationPlugin(app: Hono, sandbox: Sandbox): void {
  mountPlugin(app, sandbox, {
    addresses: ['/rsc/extensions/onboarding-widget', '/recruiter/widget/ATSIntegration'],
    titleIn: words => words.plugin.title,
    signInLeadIn: words => words.plugin.signInLead,
    show,
    act,
  })
}

function show(sandbox: Sandbox, request: MemberRequest): Showing {
  const { application, visit } = request
  const connectable = listConnectableContracts(sandbox, application.clientId, visit.member.memberId)
  if (connectable.length === 0) return explainNotAdmin(sandbox, request)
  const contract = findContractToConnect(sandbox, application.clientId, visit.member.memberId)
  if (contract === undefined || (request.query.has('choose') && connectable.length > 1)) {
    const contracts = connectable.map(each => ({ ...each, company: companyNameOf(sandbox, each) }))
    return { content: <ContractChooser visit={visit} contracts={contracts} chosen={contract?.urn} /> }
  }
  return showRows(sandbox, request, { contract, canChooseOther: connectable.length > 1 })
}

function act(sandbox: Sandbox, request: MemberRequest, form: URLSearchParams): Showing {
  const { clientId } = request.application
  const byMemberId = request.visit.member.memberId
  const shown = withoutChoosing(request)
  if (form.get('act') === 'choose') {
    chooseContract(sandbox, { clientId, contract: form.get('contract') ?? '', byMemberId })
    return show(sandbox, shown)
  }
  const contract = findContractToConnect(sandbox, clientId, byMemberId)
  const level = readLevels(request).find(each => each === form.get('level'))
  if (contract === undefined || level === undefined) return show(sandbox, shown)
  const row = { clientId, contract: contract.urn, level, byMemberId }
  if (form.get('act') === 'request') return callBack(show, requestIntegrations(sandbox, row))
  if (form.get('act') === 'notify') return callBack(show, notifyPartner(sandbox, row))
  return show(sandbox, shown)

  function callBack(showAgain: typeof show, keys: readonly IntegrationKey[]): Showing {
    return { ...showAgain(sandbox, shown), callback: { name: 'onintegrate', argument: keys.map(spellOutKey) } }
  }
}

function withoutChoosing(request: MemberRequest): MemberRequest {
  const query = new URLSearchParams(request.query)
  query.delete('choose')
  return { ...request, query }
}

function showRows(
  sandbox: Sandbox,
  request: MemberRequest,
  { contract, canChooseOther }: { contract: Contract; canChooseOther: boolean },
): Showing {
  const rows = readLevels(request).map(level => {
    const row = { clientId: request.application.clientId, contract: contract.urn, level }
    return { ...readAccessRow(sandbox, row), notifiedAt: findNotice(sandbox, row) }
  })
  return {
    content: (
      <IntegrationRows
        visit={request.visit}
        contract={contract}
        company={companyNameOf(sandbox, contract)}
        canChooseOther={canChooseOther}
        rows={rows}
        atsTab={atsTabAddress}
      />
    ),
  }
}

/** The bundles of other products are known and have no row here. */
function readLevels({ query }: MemberRequest): readonly AccessLevel[] {
  const wanted = (query.get('supportedBundledIntegrationTypes') ?? '').split(',').map(text => text.trim())
  const levels = wanted.flatMap(bundle => levelOfBundle[bundle] ?? [])
  return (['company', 'contract'] as const).filter(level => levels.includes(level))
}

function explainNotAdmin(sandbox: Sandbox, { application, visit }: MemberRequest): Showing {
  const words = visit.words.plugin
  const company = findConnectedCompany(sandbox, application.clientId)
  const name = fullNameOf(visit.member)
  const admins = company === undefined ? [] : listAdminsOfOrganization(sandbox, company).map(fullNameOf)
  const lead = admins.length === 0 ? words.notAdmin(name) : words.notAdminOf(name, formatList(admins, visit.language))
  return { content: <PluginProblem visit={visit} lead={lead} />, status: 403 }
}

function companyNameOf(sandbox: Sandbox, contract: Contract): string {
  return sandbox.store.organizations.get(contract.organization).name
}
