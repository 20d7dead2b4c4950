import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './api-tokens.module.css'
import type { ApiToken } from './api-tokens.shapes.ts'

interface ApiTokenTableProps {
  tokens: readonly ApiToken[]
  onRevoke: (token: ApiToken) => void
}

const tones = { active: 'ok', expired: 'off', revoked: 'off', stopped: 'warning' } as const

export function ApiTokenTable({ tokens, onRevoke }: ApiTokenTableProps) {
  const { t } = useTranslation('api-tokens')
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col" className={classes.wide}>
            {t('columns.may')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('columns.owner')}
          </th>
          <th scope="col">{t('columns.lastUsed')}</th>
          <th scope="col" className={classes.wide}>
            {t('columns.expires')}
          </th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('columns.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(token => (
          <ApiTokenRow key={token.id} token={token} onRevoke={onRevoke} />
        ))}
      </tbody>
    </table>
  )
}

function ApiTokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: (token: ApiToken) => void }) {
  const { t } = useTranslation('api-tokens')
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{token.name}</span>
        <code className={classes.prefix}>{token.prefix}…</code>
      </th>
      <td className={classes.wide}>
        {t(`session:roles.${token.role}`)}
        <span className={classes.scopes}>{token.scopes.join(', ')}</span>
      </td>
      <td className={classes.wide}>{token.owner.name}</td>
      <td>{token.lastUsedAt ? <Time at={token.lastUsedAt} as="age" /> : t('never')}</td>
      <td className={classes.wide}>{token.expiresAt ? <Time at={token.expiresAt} as="day" /> : t('noEnd')}</td>
      <td>
        <StatusWord tone={tones[token.state]}>{t(`state.${token.state}`)}</StatusWord>
      </td>
      <td>
        {token.state === 'revoked' ? null : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('revoke.named', { name: token.name })}
            onClick={() => onRevoke(token)}
          >
            {t('revoke.open')}
          </Button>
        )}
      </td>
    </tr>
  )
}
