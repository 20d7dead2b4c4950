/** Asks the sandbox's own control surface, and says what it answered when it refuses. */
export async function askSandbox<T>(sandboxUrl: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T // the caller names the shape of the sandbox's documented answer
}
