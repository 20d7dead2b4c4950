import { DoubtsWaiting } from './linkedin/match-desk/DoubtsWaiting.tsx'
import { RefusedExports } from './linkedin/one-click-export/RefusedExports.tsx'

/** Home: what needs a look. */
export function HomeWarnings() {
  return (
    <>
      <DoubtsWaiting />
      <RefusedExports />
    </>
  )
}
