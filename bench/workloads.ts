import { create, stageMove } from './changes.ts'
import { boards, deepList, largeBoard, list, profile } from './lists.ts'
import { booleanSearch, nameSearch } from './searches.ts'
import type { Workload } from './workload.ts'
import type { World } from './world.ts'

const reads: Record<string, (world: World) => Workload> = {
  list,
  deep: deepList,
  profile,
  board: boards,
  large: largeBoard,
  name: nameSearch,
  boolean: booleanSearch,
}

const changes: Record<string, (world: World) => Workload> = { move: stageMove, create }

export const workloadNames = [...Object.keys({ ...reads, ...changes }), 'export']

/** In groups: both sides of one are measured before the next, so that both read the same world. What changes it comes last. */
export function chooseWorkloads(world: World, only: readonly string[]): Workload[][] {
  return [reads, changes]
    .map(makers => Object.entries(makers).flatMap(([name, make]) => (only.includes(name) ? [make(world)] : [])))
    .filter(group => group.length > 0)
}
