/** @jsxImportSource hono/jsx */
import { Icon } from '../Icon.tsx'
import type { Visit } from '../visit.ts'

export interface PluginProblemProps {
  readonly visit: Visit
  readonly lead: string
  /** A refusal as the behaviours word it, in English. */
  readonly detail?: string
}

export function PluginProblem({ visit, lead, detail }: PluginProblemProps) {
  return (
    <>
      <p class="note bad" role="alert">
        <Icon name="blocked" />
        <span>
          {lead}
          {detail !== undefined && (
            <>
              <br />
              <span lang="en">{detail}</span>
            </>
          )}
        </span>
      </p>
      {visit.member !== undefined && (
        <p class="plugin-refresh">
          <a href={visit.address}>{visit.words.plugin.refresh}</a>
        </p>
      )}
    </>
  )
}
