import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AdminTabs } from '../../ui/AdminTabs.tsx'
import { NoPermission } from '../../ui/NoPermission.tsx'
import { Page } from '../../ui/Page.tsx'
import { hasRole, useSession } from './use-session.tsx'

interface AdminPageProps {
  title: string
  subtitle: string
  /** To whoever is no administrator: "Users are managed by administrators." */
  noPermission: string
  /** What the one filled button makes. */
  add?: { label: string; onClick: () => void }
  children: ReactNode
}

/** A page under Admin: its tabs and content for administrators, and a sentence for everybody else. */
export function AdminPage({ title, subtitle, noPermission, add, children }: AdminPageProps) {
  const { t } = useTranslation('ui')
  const mayManage = hasRole(useSession(), 'administrator')
  return (
    <Page
      title={title}
      crumbs={[t('admin.title')]}
      subtitle={subtitle}
      tabs={mayManage ? <AdminTabs /> : null}
      actions={
        mayManage && add ? (
          <Button leftSection={<IconPlus size={16} />} aria-haspopup="dialog" onClick={add.onClick}>
            {add.label}
          </Button>
        ) : null
      }
    >
      {mayManage ? children : <NoPermission title={noPermission} />}
    </Page>
  )
}
