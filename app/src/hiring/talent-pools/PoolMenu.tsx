import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeletePoolDialog } from './DeletePoolDialog.tsx'
import { PoolDialog } from './PoolDialog.tsx'
import classes from './talent-pools.module.css'
import type { TalentPool } from './talent-pools.shapes.ts'

interface PoolMenuProps {
  pool: TalentPool
  /** Absent: the list shows by itself that the pool is gone. */
  onDeleted?: () => void
}

/** Rename and delete, for whoever may. */
export function PoolMenu({ pool, onDeleted }: PoolMenuProps) {
  const { t } = useTranslation('talent-pools')
  const [open, setOpen] = useState<'rename' | 'delete'>()
  const opener = useRef<HTMLButtonElement>(null)
  // The line of the menu that had the focus is gone by then.
  const shut = () => {
    setOpen(undefined)
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (!pool.permissions.edit) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon ref={opener} className={classes.menu ?? ''} aria-label={t('menu', { name: pool.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item aria-haspopup="dialog" onClick={() => setOpen('rename')}>
            {t('rename.button')}
          </Menu.Item>
          <Menu.Item aria-haspopup="dialog" onClick={() => setOpen('delete')}>
            {t('delete.button')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' ? <PoolDialog pool={pool} onClose={shut} /> : null}
      {open === 'delete' ? <DeletePoolDialog pool={pool} onClose={shut} onDeleted={onDeleted} /> : null}
    </>
  )
}
