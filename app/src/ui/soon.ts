/**
 * For a page's loader: waits for its data, but not long. Data that come at once appear with the page, and nothing
 * on it moves; for slower ones the page shows its skeletons.
 */
export async function soon(loads: readonly Promise<unknown>[]): Promise<void> {
  await Promise.race([Promise.allSettled(loads), new Promise(resolve => setTimeout(resolve, 300))])
}
