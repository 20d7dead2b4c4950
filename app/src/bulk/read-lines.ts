import { createReadStream } from 'node:fs'

export interface Line {
  /** Counted from 1. */
  number: number
  /** Undefined: the bytes are no UTF-8. */
  text: string | undefined
  /** Where the next line begins. */
  endByte: number
}

export const LONGEST_LINE_BYTES = 16 * 1024 * 1024
const BATCH_LINES = 1_000
const BATCH_BYTES = 4 * 1024 * 1024

/** The lines after a position, in batches of bounded size. */
export async function* readBatches(file: string, from: { line: number; byte: number }): AsyncGenerator<Line[]> {
  let batch: Line[] = []
  let begin = from.byte
  for await (const line of readLines(file, from)) {
    batch.push(line)
    if (batch.length < BATCH_LINES && line.endByte - begin < BATCH_BYTES) continue
    yield batch
    batch = []
    begin = line.endByte
  }
  if (batch.length > 0) yield batch
}

async function* readLines(file: string, from: { line: number; byte: number }): AsyncGenerator<Line> {
  let number = from.line
  let endByte = from.byte
  let pieces: Buffer[] = []
  let size = 0
  const toLine = (ending: number): Line => {
    number += 1
    endByte += size + ending
    const text = decode(Buffer.concat(pieces))
    pieces = []
    size = 0
    return { number, text, endByte }
  }
  for await (const chunk of createReadStream(file, { start: from.byte }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, end))
      size += end - start
      start = end + 1
      yield toLine(1)
    }
    pieces.push(chunk.subarray(start))
    size += chunk.length - start
    if (size > LONGEST_LINE_BYTES) {
      throw new Error(
        `${file} line ${number + 1} is longer than ${LONGEST_LINE_BYTES} bytes: this is no JSON Lines file.`,
      )
    }
  }
  if (size > 0) yield toLine(0)
}

const NEWLINE = 0x0a
const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
