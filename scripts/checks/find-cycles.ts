/** The circles of a graph, one for each group of nodes that reach each other, starting at the first by name. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>()
  const cycles: string[][] = []
  for (const start of [...graph.keys()].sort()) {
    const cycle = done.has(start) ? undefined : findWayBack(graph, start)
    done.add(start)
    if (!cycle || cycle.some(node => node !== start && done.has(node))) continue
    for (const node of cycle) done.add(node)
    cycles.push([...cycle, start])
  }
  return cycles
}

/** The shortest way from a node back to itself, without its end. */
function findWayBack(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const waiting = [start]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return wayTo(node, start, cameFrom)
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      waiting.push(next)
    }
  }
  return undefined
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way: string[] = []
  for (let node: string | undefined = end; node !== undefined && node !== start; node = cameFrom.get(node))
    way.unshift(node)
  return [start, ...way]
}
