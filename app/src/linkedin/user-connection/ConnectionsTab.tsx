import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { HelpLink } from '../../ui/HelpLink.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Section } from '../../ui/Section.tsx'
import { ConnectionState } from './ConnectionState.tsx'
import { ConnectResult } from './ConnectResult.tsx'
import { useAskAboutConnection, userConnectionQuery } from './connect.tsx'
import classes from './connections-tab.module.css'

/** User settings: the accounts elsewhere that belong to me. */
export function ConnectionsTab() {
  const { t } = useTranslation('user-connection')
  const query = useQuery(userConnectionQuery)
  useAskAboutConnection(query.data?.connected === true)
  return (
    <div className={classes.tab}>
      <ConnectResult />
      <Section title="LinkedIn" aside={<HelpLink topic="own-connection" />}>
        <Loaded query={query} failed={t('failed')} loading={<Loading rows={2} rowHeight={48} />}>
          {connection => <ConnectionState connection={connection} />}
        </Loaded>
      </Section>
    </div>
  )
}
