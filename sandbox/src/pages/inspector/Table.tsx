/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

interface TableProps {
  readonly id: string
  readonly title: string
  readonly lead?: string | undefined
  readonly headings: readonly string[]
  readonly rows: ReadonlyArray<readonly Child[]>
  readonly empty: string
}

/** A titled table; wide ones scroll by keyboard too. */
export function Table({ id, title, lead, headings, rows, empty }: TableProps) {
  return (
    <div class="block">
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p>{lead}</p>}
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <section class="table-wrap" tabindex={0} aria-labelledby={id}>
          <table>
            <thead>
              <tr>
                {headings.map(heading => (
                  <th scope="col">{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(cells => (
                <tr>
                  {cells.map(cell => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
