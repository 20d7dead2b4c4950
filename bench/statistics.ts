export interface Figures {
  operations: number
  perSecond: number
  p50Ms: number
  p95Ms: number
}

/** Of the times of all operations that ended within `seconds`. */
export function toFigures(timesMs: readonly number[], seconds: number): Figures {
  const sorted = timesMs.toSorted((a, b) => a - b)
  return {
    operations: sorted.length,
    perSecond: sorted.length / seconds,
    p50Ms: percentile(sorted, 50),
    p95Ms: percentile(sorted, 95),
  }
}

/** The smallest value that so many percent do not exceed. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((sorted.length * percent) / 100))
  return sorted[rank - 1] ?? Number.NaN
}
