import { ActionIcon, CloseButton } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './rail-drawer.module.css'

/** Below 768 px the rail is a drawer, closed again by going somewhere. The browser keeps the focus in and gives it back. */
export function RailDrawer({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const drawer = useRef<HTMLDialogElement>(null)
  const here = useRouterState({ select: state => state.location.href })
  useEffect(() => {
    if (here !== '') drawer.current?.close()
  }, [here])
  function closeOutside(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === drawer.current) drawer.current?.close()
  }
  return (
    <>
      <ActionIcon className={classes.opener} aria-label={t('rail.open')} onClick={() => drawer.current?.showModal()}>
        <IconMenu2 size={18} />
      </ActionIcon>
      {/* A click on the backdrop is a click on the dialog itself; the keyboard has Escape and the button. */}
      <dialog ref={drawer} className={classes.drawer} aria-label={t('rail.name')} onMouseDown={closeOutside}>
        <div className={classes.content}>
          <CloseButton
            size={32}
            className={classes.close ?? ''}
            aria-label={t('close')}
            onClick={() => drawer.current?.close()}
          />
          {children}
        </div>
      </dialog>
    </>
  )
}
