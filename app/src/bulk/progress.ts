import { SingleBar } from 'cli-progress'

export interface Progress {
  start(what: string, total: number): void
  reach(rows: number): void
  end(): void
}

const SAY_AGAIN_MS = 10_000

/** A bar on a terminal, a plain line now and then elsewhere. On standard error, beside the answer. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? bars() : lines(line => console.error(line))
}

function bars(): Progress {
  let bar: SingleBar | undefined
  return {
    start: (what, total) => {
      bar = new SingleBar({
        format: `${what.padEnd(20)} {bar} {percentage}% {value} of {total}`,
        clearOnComplete: false,
      })
      bar.start(total, 0)
    },
    reach: rows => bar?.update(rows),
    end: () => bar?.stop(),
  }
}

export function lines(say: (line: string) => void): Progress {
  let [name, of, reached] = ['', 0, 0]
  let [begunAt, saidAt] = [0, 0]
  const rate = () => Math.round((reached * 1000) / Math.max(1, Date.now() - begunAt))
  return {
    start: (what, total) => {
      ;[name, of, reached] = [what, total, 0]
      begunAt = Date.now()
      saidAt = begunAt
    },
    reach: rows => {
      reached = rows
      if (Date.now() - saidAt < SAY_AGAIN_MS) return
      saidAt = Date.now()
      say(`${name}: ${rows} of ${of} rows, ${rate()} a second`)
    },
    end: () => say(`${name}: ${reached} rows`),
  }
}

export const silent: Progress = { start: () => undefined, reach: () => undefined, end: () => undefined }
