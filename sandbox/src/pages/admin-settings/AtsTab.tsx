/** @jsxImportSource hono/jsx */
import { atsTabAddress } from '../admin-address.ts'
import { Icon } from '../Icon.tsx'
import { Layout } from '../Layout.tsx'
import type { RecruiterVisit } from '../visit.ts'
import { AccessRow } from './AccessRow.tsx'
import type { CompanyView, InstanceView } from './ats-tab-view.ts'
import { InstanceHealth } from './InstanceHealth.tsx'

export interface AtsTabProps {
  readonly visit: RecruiterVisit
  readonly companies: readonly CompanyView[]
}

export function AtsTab({ visit, companies }: AtsTabProps) {
  const words = visit.words.admin
  return (
    <Layout visit={visit} title={words.title} place="admin">
      <div class="admin">
        <h1>{words.title}</h1>
        <nav class="admin-tabs" aria-label={words.tabs}>
          <a href={atsTabAddress} aria-current="page">
            {words.ats}
          </a>
        </nav>
        <p class="text-2">{words.lead}</p>
        {companies.map(company => (
          <Company visit={visit} company={company} />
        ))}
      </div>
    </Layout>
  )
}

function Company({ visit, company }: { visit: RecruiterVisit; company: CompanyView }) {
  const words = visit.words.admin
  const heading = `company-${company.companyId}`
  return (
    <section class="admin-company" aria-labelledby={heading}>
      <h2 id={heading}>
        {company.organization.name} <span class="text-3 small">{`${words.companyId} ${company.companyId}`}</span>
      </h2>
      {company.instances.length === 0 && (
        <div class="card admin-card">
          <h3>{words.none}</h3>
          <p class="meta">{words.noneLead}</p>
        </div>
      )}
      {company.instances.map(instance => (
        <Instance visit={visit} instance={instance} />
      ))}
      <CompanyId visit={visit} company={company} />
    </section>
  )
}

function Instance({ visit, instance }: { visit: RecruiterVisit; instance: InstanceView }) {
  const words = visit.words.admin
  const { application, name } = instance
  return (
    <article class="card admin-card" id={application.clientId} aria-labelledby={`name-${application.clientId}`}>
      <h3 id={`name-${application.clientId}`}>{name ?? words.unnamed(application.name)}</h3>
      <ul class="access-rows">
        {instance.rows.map(row => (
          <AccessRow visit={visit} row={row} ats={name ?? application.name} />
        ))}
      </ul>
      {instance.rows.some(row => row.obstacle === null && row.status !== 'ENABLED') && (
        <p class="note">
          <Icon name="info" />
          {words.agree}
        </p>
      )}
      <InstanceHealth visit={visit} instance={instance} />
    </article>
  )
}

function CompanyId({ visit, company }: { visit: RecruiterVisit; company: CompanyView }) {
  const words = visit.words.admin
  const id = `new-company-id-${company.companyId}`
  return (
    <details class="admin-company-id">
      <summary class="more">{words.changeCompanyId}</summary>
      <p class="small text-2" id={`${id}-lead`}>
        {words.changeCompanyIdLead}
      </p>
      <form class="admin-inline" method="post" action={atsTabAddress}>
        <input type="hidden" name="organization" value={company.organization.urn} />
        <div>
          <label for={id}>{words.newCompanyId}</label>
          <input
            class="field"
            id={id}
            name="companyId"
            inputmode="numeric"
            pattern="[1-9][0-9]*"
            required={true}
            autocomplete="off"
            aria-describedby={`${id}-lead`}
          />
        </div>
        <button class="button" type="submit" name="act" value="company-id">
          {words.changeCompanyId}
        </button>
      </form>
    </details>
  )
}
