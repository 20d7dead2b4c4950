/** @jsxImportSource hono/jsx */
import { LONGEST_PROJECT_NAME } from '../../behaviours/projects.ts'
import type { Contract, Project } from '../../records.ts'
import { Icon } from '../Icon.tsx'
import type { Visit } from '../visit.ts'
import { projectAddress } from './addresses.ts'
import type { SaveView } from './save-view.ts'

interface SaveToProjectProps {
  readonly visit: Visit
  readonly view: SaveView
  readonly action: string
  /** As the application of the plugin knows the member; on Recruiter's own pages the address says who it is. */
  readonly personUrn?: string
  /** In a frame, Recruiter opens beside it. */
  readonly opensWindow?: boolean
}

/** The button; what it opens needs no script. */
export function SaveToProject(props: SaveToProjectProps) {
  const { visit, view } = props
  return (
    <details class="save-to-project">
      <summary class="button">{visit.words.projects.save}</summary>
      <div class="save-panel">
        {view.choices.some(({ projects }) => projects.length > 0) && <ChooseProject {...props} />}
        <NewProject {...props} />
      </div>
    </details>
  )
}

/** Where the member is, and what the last press of the button did. */
export function SavedIn(props: SaveToProjectProps) {
  const { visit, view } = props
  const { outcome } = view
  const words = visit.words.projects
  return (
    <>
      {outcome !== undefined && (
        <p class="note ok" role="status" tabindex={-1} data-outcome={true}>
          <Icon name="check" />
          <span>
            {outcome.isNew ? words.savedTo : words.wasSavedTo} <ProjectLink {...props} project={outcome.project} />
          </span>
        </p>
      )}
      {view.savedIn.length > 0 && (
        <div class="saved-in">
          <span>{words.savedIn}</span>
          <ul>
            {view.savedIn.map(project => (
              <li>
                <ProjectLink {...props} project={project} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function ProjectLink({ project, opensWindow }: SaveToProjectProps & { project: Project }) {
  const elsewhere = opensWindow === true ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <a href={projectAddress(project.projectId)} {...elsewhere}>
      {project.name}
    </a>
  )
}

function ChooseProject({ visit, view, action, personUrn }: SaveToProjectProps) {
  const words = visit.words.projects
  return (
    <form method="post" action={action}>
      {personUrn !== undefined && <input type="hidden" name="person" value={personUrn} />}
      <fieldset class="plugin-choices">
        <legend>{words.choose}</legend>
        <div class="project-choices">
          {view.choices.flatMap(({ contract, projects }) =>
            projects.map(project => (
              <Choice name="project" value={project.projectId} text={project.name} detail={contract.name} />
            )),
          )}
        </div>
      </fieldset>
      <button class="button filled" type="submit" name="act" value="save-to-project">
        {words.saveButton}
      </button>
    </form>
  )
}

function NewProject({ visit, view, action, personUrn }: SaveToProjectProps) {
  const words = visit.words.projects
  return (
    <form method="post" action={action}>
      {personUrn !== undefined && <input type="hidden" name="person" value={personUrn} />}
      <NewProjectFields visit={visit} contracts={view.choices.map(choice => choice.contract)} />
      <button class="button" type="submit" name="act" value="save-to-new-project">
        {words.saveToNew}
      </button>
    </form>
  )
}

interface NewProjectFieldsProps {
  readonly visit: Visit
  readonly contracts: readonly Contract[]
}

/** A name, and a contract where there are several. */
export function NewProjectFields({ visit, contracts }: NewProjectFieldsProps) {
  const words = visit.words.projects
  return (
    <>
      <label for="project-name">{words.newName}</label>
      <input
        class="field"
        id="project-name"
        name="name"
        required={true}
        maxlength={LONGEST_PROJECT_NAME}
        pattern=".*\S.*"
        autocomplete="off"
      />
      {contracts.length > 1 ? (
        <fieldset class="plugin-choices">
          <legend>{words.contract}</legend>
          {contracts.map((contract, index) => (
            <Choice name="contract" value={contract.urn} text={contract.name} isChosen={index === 0} />
          ))}
        </fieldset>
      ) : (
        <input type="hidden" name="contract" value={contracts[0]?.urn ?? ''} />
      )}
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly text: string
  readonly detail?: string
  readonly isChosen?: boolean
}

function Choice({ name, value, text, detail, isChosen }: ChoiceProps) {
  return (
    <label class="plugin-choice">
      <input type="radio" name={name} value={value} required={true} checked={isChosen === true ? true : undefined} />
      <span>
        <strong>{text}</strong>
        {detail !== undefined && <small class="text-2">{detail}</small>}
      </span>
    </label>
  )
}
