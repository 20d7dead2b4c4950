/** Why two candidates may be one person. `otherName` comes beside an address: they share it, but are called differently. */
export const evidenceKinds = ['member', 'profileUrl', 'email', 'otherName'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
