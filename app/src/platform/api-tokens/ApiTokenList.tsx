import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { ApiTokenTable } from './ApiTokenTable.tsx'
import type { ApiToken } from './api-tokens.shapes.ts'
import { apiTokensQuery } from './api-tokens-query.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

export function ApiTokenList() {
  const { t } = useTranslation('api-tokens')
  const query = useInfiniteQuery(apiTokensQuery)
  const [chosen, setChosen] = useState<ApiToken | null>(null)
  return (
    <>
      <Loaded query={query} failed={t('failed')} loading={<Loading rows={4} rowHeight={40} />}>
        {({ pages }) => {
          const tokens = pages.flatMap(page => page.data)
          return tokens.length === 0 ? (
            <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />
          ) : (
            <ApiTokenTable tokens={tokens} onRevoke={setChosen} />
          )
        }}
      </Loaded>
      <MoreButton query={query}>{t('more')}</MoreButton>
      {chosen ? <RevokeDialog key={chosen.id} token={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  )
}
