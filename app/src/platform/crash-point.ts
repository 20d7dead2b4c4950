/**
 * A named place between two steps, where a drill can kill the process as a power cut would.
 * The production bundle sets LODESTONE_CRASH_POINTS to "off", which leaves nothing of it.
 */
export function crashPoint(name: `${string}:${string}`): void {
  if (process.env.LODESTONE_CRASH_POINTS === 'off') return
  if (process.env.LODESTONE_CRASH_AT === name) process.kill(process.pid, 'SIGKILL')
}
