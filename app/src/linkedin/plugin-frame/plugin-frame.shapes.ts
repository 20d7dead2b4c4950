import { z } from 'zod'

const from = 'lodestone.pluginFrame'

/** What the framed page with a plugin of LinkedIn's tells the page around it. */
export const frameMessages = {
  from,
  schema: z.discriminatedUnion('kind', [
    /** LinkedIn's script has called one of the functions that its tag names. Whoever asked for it reads the argument. */
    z.object({ from: z.literal(from), kind: z.literal('called'), callback: z.string(), argument: z.unknown() }),
    z.object({ from: z.literal(from), kind: z.literal('size'), height: z.number() }),
    /** LinkedIn's script did not come, or the browser would not run it or show its frame. */
    z.object({ from: z.literal(from), kind: z.literal('blocked') }),
    z.object({ from: z.literal(from), kind: z.literal('drawn') }),
    /** The script came and drew nothing: LinkedIn does not answer, or does not know this address. */
    z.object({ from: z.literal(from), kind: z.literal('notDrawn') }),
  ]),
}

export type PluginTrouble = 'blocked' | 'notDrawn'
