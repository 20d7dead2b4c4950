import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'

interface MoreButtonProps {
  query: UseInfiniteQueryResult
  /** "Show more jobs" */
  children: string
}

/** Under a list, while it has another page. */
export function MoreButton({ query, children }: MoreButtonProps) {
  if (!query.hasNextPage) return null
  return (
    <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {children}
    </Button>
  )
}
