/** @jsxImportSource hono/jsx */

import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { Education, Experience } from './Career.tsx'
import { ExportBox } from './ExportBox.tsx'
import type { ExportView } from './export-view.ts'
import { formatNumber } from './formats.ts'
import { Icon, type IconName } from './Icon.tsx'
import { InAts } from './in-ats/InAts.tsx'
import type { InAtsView } from './in-ats/in-ats-view.ts'
import { Layout } from './Layout.tsx'
import { initialsOf } from './names.ts'
import { SavedIn, SaveToProject } from './projects/SaveToProject.tsx'
import type { SaveView } from './projects/save-view.ts'
import type { Visit } from './visit.ts'
import type { Walk } from './walk.ts'

export interface ProfilePageProps {
  readonly visit: Visit
  readonly member: Member
  readonly walk: Walk | undefined
  readonly exportView: ExportView
  readonly saveView: SaveView
  readonly inAtsView: InAtsView
}

export function ProfilePage({ visit, member, walk, exportView, saveView, inAtsView }: ProfilePageProps) {
  return (
    <Layout visit={visit} title={fullNameOf(member)} place="search">
      <Crumbs visit={visit} walk={walk} />
      <div class="two-thirds">
        <TopCard visit={visit} member={member} exportView={exportView} saveView={saveView} />
        <aside class="card beside" aria-labelledby="contact">
          <Contact visit={visit} member={member} />
          <ExportBox visit={visit} view={exportView} />
        </aside>
        <div class="career">
          <Experience visit={visit} member={member} />
          <Education visit={visit} member={member} />
          <InAts visit={visit} view={inAtsView} />
          <Messages visit={visit} member={member} />
        </div>
      </div>
    </Layout>
  )
}

function Crumbs({ visit, walk }: { visit: Visit; walk: Walk | undefined }) {
  const words = visit.words.profile
  const name = walk?.searchName ?? words.backToSearch
  return (
    <div class="crumbs">
      <a href={walk?.backAddress ?? '/talent/search'} aria-label={words.back(name)}>
        <Icon name="left" />
        {name}
      </a>
      {walk !== undefined && (
        <nav class="walk" aria-label={words.walk}>
          <span>
            {words.position(formatNumber(walk.position, visit.language), formatNumber(walk.total, visit.language))}
          </span>
          <WalkLink address={walk.previousAddress} label={words.previous} icon="left" />
          <WalkLink address={walk.nextAddress} label={words.next} icon="right" />
        </nav>
      )}
    </div>
  )
}

function WalkLink({ address, label, icon }: { address: string | undefined; label: string; icon: IconName }) {
  if (address === undefined) {
    return (
      <span class="walk-end">
        <Icon name={icon} />
      </span>
    )
  }
  return (
    <a href={address} aria-label={label} rel={icon === 'left' ? 'prev' : 'next'}>
      <Icon name={icon} />
    </a>
  )
}

type TopCardProps = Pick<ProfilePageProps, 'visit' | 'member' | 'exportView' | 'saveView'>

function TopCard({ visit, member, exportView, saveView }: TopCardProps) {
  const words = visit.words.profile
  const saving = {
    visit,
    view: saveView,
    action: `/talent/profile/${member.memberId}/projects?${exportView.context}`,
  }
  return (
    <section class="card top-card" aria-label={fullNameOf(member)}>
      <div class="top-card-head">
        <span class="monogram large" aria-hidden="true">
          {initialsOf(member)}
        </span>
        <div>
          <h1>{fullNameOf(member)}</h1>
          <p class="headline">{member.headline}</p>
          <p class="meta">{`${member.location} · ${member.industry}`}</p>
          <p class="small text-3">{words.connections(formatNumber(member.connections, visit.language))}</p>
        </div>
      </div>
      <div class="profile-actions">
        <SaveToProject {...saving} />
        <SavedIn {...saving} />
      </div>
      {member.summary !== '' && <p class="summary">{member.summary}</p>}
      <dl>
        {member.skills.length > 0 && <Fact name={words.skills} text={member.skills.join(', ')} />}
        {member.languages.length > 0 && <Fact name={words.languages} text={member.languages.join(', ')} />}
      </dl>
    </section>
  )
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div class="skills">
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** The place that Send InMail leads to. */
function Messages({ visit, member }: { visit: Visit; member: Member }) {
  const words = visit.words.messages
  return (
    <section class="card section" id="messages" aria-labelledby="messages-heading">
      <h2 id="messages-heading">{words.title}</h2>
      <p class="meta">{words.lead(fullNameOf(member))}</p>
    </section>
  )
}

function Contact({ visit, member }: { visit: Visit; member: Member }) {
  const words = visit.words.profile
  const emails = member.emailAddresses.filter(email => email.shared).map(email => email.address)
  const phones = member.phoneNumbers.filter(phone => phone.shared).map(phone => phone.number)
  return (
    <section class="contact" aria-labelledby="contact">
      <h2 id="contact">{words.contact}</h2>
      <dl>
        <ContactLine icon="mail" name={words.email} values={emails} none={words.emailHidden} />
        <ContactLine icon="phone" name={words.phone} values={phones} none={words.phoneHidden} />
        <ContactLine icon="info" name={words.publicProfile} values={[member.publicProfileUrl]} none="" />
      </dl>
    </section>
  )
}

interface ContactLineProps {
  readonly icon: IconName
  readonly name: string
  readonly values: readonly string[]
  readonly none: string
}

function ContactLine({ icon, name, values, none }: ContactLineProps) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        <span class="visually-hidden">{name}</span>
      </dt>
      <dd>{values.length === 0 ? none : values.join(', ')}</dd>
    </div>
  )
}
