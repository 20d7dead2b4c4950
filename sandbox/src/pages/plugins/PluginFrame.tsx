/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fullNameOf } from '../../behaviours/members.ts'
import type { Member } from '../../member-shape.ts'
import { frameScriptAddress, scriptAddress, styleAddress } from '../static-files.ts'
import type { Visit } from '../visit.ts'

export interface PluginCallback {
  /** The data attribute that names the function, without `data-`. */
  readonly name: string
  readonly argument: unknown
}

export interface PluginFrameProps {
  readonly visit: Visit
  readonly title: string
  readonly parentOrigin: string | undefined
  readonly callback?: PluginCallback | undefined
  /** Nothing is drawn in the page around; its console gets this sentence. */
  readonly refusal?: string | undefined
  readonly children?: Child
}

export function PluginFrame({ visit, title, parentOrigin, callback, refusal, children }: PluginFrameProps) {
  return (
    <html
      lang={visit.language}
      class="framed"
      data-parent-origin={parentOrigin}
      data-refusal={refusal}
      data-callback={callback?.name}
      data-argument={callback === undefined ? undefined : JSON.stringify(callback.argument)}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${visit.words.frame.brand}`}</title>
        <link rel="stylesheet" href={styleAddress} />
        <link rel="icon" href="data:," />
        <script src={scriptAddress} defer={true} />
        <script src={frameScriptAddress} defer={true} />
      </head>
      <body class="plugin">
        <header class="plugin-head">
          <h1>{title}</h1>
          <span class="plugin-tag">{`${visit.words.frame.brand} · ${visit.words.frame.notLinkedIn}`}</span>
        </header>
        <main>{children}</main>
        {visit.member !== undefined && <Who visit={visit} member={visit.member} />}
      </body>
    </html>
  )
}

function Who({ visit, member }: { visit: Visit; member: Member }) {
  return (
    <footer class="plugin-foot">
      <span>{visit.words.frame.signedInAs(fullNameOf(member))}</span>
      <form method="post" action={visit.address}>
        <button class="link-button" type="submit" name="act" value="sign-out">
          {visit.words.consent.notYou}
        </button>
      </form>
    </footer>
  )
}
