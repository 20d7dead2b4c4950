import { ActionIcon, CloseButton } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './rail-drawer.module.css'

/** Below 768 px the rail is a drawer, closed again by a choice. The browser keeps the focus in and gives it back. */
export function RailDrawer({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  const drawer = useRef<HTMLDialogElement>(null)
  const here = useRouterState({ select: state => state.location.href })
  useEffect(() => {
    if (here !== '') drawer.current?.close()
  }, [here])
  useEffect(() => watch(drawer.current), [])
  return (
    <>
      <ActionIcon
        className={classes.opener}
        aria-haspopup="dialog"
        aria-label={t('rail.open')}
        onClick={() => drawer.current?.showModal()}
      >
        <IconMenu2 size={18} />
      </ActionIcon>
      <dialog ref={drawer} className={classes.drawer} aria-label={t('rail.name')}>
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

/**
 * Closes by a click beside the drawer, which counts as one on the dialog itself, or on anything in its menu.
 * Escape closes an open menu inside first.
 */
function watch(drawer: HTMLDialogElement | null): () => void {
  const stop = new AbortController()
  function onClick({ target }: MouseEvent) {
    if (target === drawer || (target instanceof Element && target.closest('nav a, nav button'))) drawer?.close()
  }
  let isForMenu = false
  function onKeyDown() {
    isForMenu = drawer?.querySelector('[aria-expanded="true"]') !== null
  }
  function onCancel(event: Event) {
    if (isForMenu) event.preventDefault()
  }
  drawer?.addEventListener('click', onClick, { signal: stop.signal })
  // Ahead of the menu, which is closed by the time the dialog hears of it.
  window.addEventListener('keydown', onKeyDown, { signal: stop.signal, capture: true })
  drawer?.addEventListener('cancel', onCancel, { signal: stop.signal })
  return () => stop.abort()
}
