import { z } from 'zod'

const from = 'lodestone.linkedInPlugin'

/** What the framed page with LinkedIn's plugin tells the page around it. */
export const pluginMessages = {
  from,
  schema: z.discriminatedUnion('kind', [
    z.object({
      from: z.literal(from),
      kind: z.literal('requested'),
      keys: z.array(z.object({ integrationContext: z.string(), integrationType: z.string() })),
    }),
    z.object({ from: z.literal(from), kind: z.literal('size'), height: z.number() }),
    /** LinkedIn's script did not come, or the browser would not run it or show its frame. */
    z.object({ from: z.literal(from), kind: z.literal('blocked') }),
    z.object({ from: z.literal(from), kind: z.literal('drawn') }),
    /** The script came and drew nothing: LinkedIn does not know this address yet. */
    z.object({ from: z.literal(from), kind: z.literal('notDrawn') }),
  ]),
}
