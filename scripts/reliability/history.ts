import { appendFileSync, writeFileSync } from 'node:fs'

export type OperationKind = 'create' | 'add' | 'move' | 'export' | 'openJob' | 'activate'

/** What was wanted. The seed decides all of it. */
export interface Wish {
  number: number
  kind: OperationKind
  /** Stands in what the operation makes, and in nothing else. */
  mark: string
  /** The operation that made what this one works on. */
  on?: number
  /** Of a move: which stage, counted from the first. */
  stage?: number
}

/** What the caller was told: done, not done, or nothing that says which. */
export type Told = 'done' | 'notDone' | 'unknown'

export interface Operation extends Wish {
  told: Told
  status: number
  /** Of what was made or moved. */
  id?: string
  /** Of a move: where to. */
  toStageId?: string
}

/** One line a moment, written before anything is judged, so that a failed run can be looked into. */
export class History {
  readonly operations: Operation[] = []
  readonly #file: string

  constructor(file: string) {
    this.#file = file
    writeFileSync(file, '')
  }

  note(moment: string, facts: object): void {
    appendFileSync(this.#file, `${JSON.stringify({ moment, at: new Date().toISOString(), ...facts })}\n`)
  }

  tell(operation: Operation): void {
    this.operations.push(operation)
    this.note('told', operation)
  }

  find(number: number): Operation | undefined {
    return this.operations.find(operation => operation.number === number)
  }
}
