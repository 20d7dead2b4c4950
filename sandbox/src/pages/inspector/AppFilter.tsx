/** @jsxImportSource hono/jsx */
import type { InspectedState } from './inspected-state.ts'

export function AppFilter({ visit, sandbox, clientId }: InspectedState) {
  const words = visit.words.inspector
  return (
    <div>
      <label for="app">{words.application}</label>
      <select class="field" id="app" name="app">
        <option value="">{words.allApplications}</option>
        {sandbox.store.applications.list().map(application => (
          <option value={application.clientId} selected={application.clientId === clientId}>
            {application.name}
          </option>
        ))}
      </select>
    </div>
  )
}
