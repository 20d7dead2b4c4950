import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { addLateCatalogues } from '../../ui/i18n/i18n.ts'

const EraseDialog = lazy(async () => {
  await addLateCatalogues()
  return import('./EraseDialog.tsx')
})

interface EraseMenuProps {
  candidateId: string
  name: string
}

/** What is seldom wanted, for administrators. */
export function EraseMenu({ candidateId, name }: EraseMenuProps) {
  const { t } = useTranslation('candidates')
  const [erasing, setErasing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (!hasRole(useSession(), 'administrator')) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon ref={opener} size={36} variant="default" aria-label={t('more', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item aria-haspopup="dialog" onClick={() => setErasing(true)}>
            {t('erase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {erasing ? (
        <Suspense>
          <EraseDialog
            candidateId={candidateId}
            name={name}
            onClose={() => {
              setErasing(false)
              // The line of the menu that had the focus is gone by then.
              requestAnimationFrame(() => opener.current?.focus())
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
