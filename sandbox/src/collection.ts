/** Records by their own key. A record is replaced as a whole, so whoever holds an old one never sees it change. */
export class Collection<T extends object> {
  readonly #records = new Map<string, T>()
  readonly #keyOf: (record: T) => string
  readonly #onChange: () => void

  constructor(keyOf: (record: T) => string, onChange: () => void) {
    this.#keyOf = keyOf
    this.#onChange = onChange
  }

  keyOf(record: T): string {
    return this.#keyOf(record)
  }

  get size(): number {
    return this.#records.size
  }

  find(key: string): T | undefined {
    return this.#records.get(key)
  }

  findWhere(isWanted: (record: T) => boolean): T | undefined {
    for (const record of this.#records.values()) if (isWanted(record)) return record
    return undefined
  }

  get(key: string): T {
    const record = this.#records.get(key)
    if (record === undefined) throw new Error(`The sandbox store has no record ${key}. It may have been reset.`)
    return record
  }

  list(isWanted?: (record: T) => boolean): readonly T[] {
    const records = [...this.#records.values()]
    return isWanted === undefined ? records : records.filter(isWanted)
  }

  put(record: T): T {
    this.#records.set(this.#keyOf(record), record)
    this.#onChange()
    return record
  }

  remove(key: string): boolean {
    const wasThere = this.#records.delete(key)
    if (wasThere) this.#onChange()
    return wasThere
  }

  removeWhere(isUnwanted: (record: T) => boolean): void {
    for (const [key, record] of this.#records) if (isUnwanted(record)) this.remove(key)
  }

  clear(): void {
    this.#records.clear()
    this.#onChange()
  }

  /** Takes back what `list` gave to a snapshot written by the same version of the sandbox. */
  restore(records: readonly unknown[]): void {
    for (const record of records) {
      const own = trustOwnRecord<T>(record)
      this.#records.set(this.#keyOf(own), own)
    }
  }
}

// The snapshot file is ours and carries a version; checking each record again would only repeat the types.
function trustOwnRecord<T>(record: unknown): T {
  return record as T
}
