import { CloseButton } from '@mantine/core'
import { useFocusWithin, useHover, useMergedRef } from '@mantine/hooks'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from './links.tsx'
import classes from './toast.module.css'

interface Toast {
  message: string
  /** Undo, Open, Retry. With an action the toast stays 8 seconds, else 5. */
  action?: { label: string; onClick: () => void }
}

interface ShownToast extends Toast {
  id: number
}

/** Says that something has happened. Never the only place of an error. Answers how to take the words back. */
export function showToast(toast: Toast): () => void {
  lastId += 1
  const id = lastId
  setToasts([...toasts.slice(-2), { ...toast, id }])
  return () => closeToast(id)
}

function closeToast(id: number): void {
  setToasts(toasts.filter(other => other.id !== id))
}

/** One for the whole app; the region is always in the page, so that what enters it is read out. */
export function ToastRegion() {
  const shown = useSyncExternalStore(follow, () => toasts)
  return (
    <div role="status" className={classes.region}>
      {shown.map(toast => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: ShownToast }) {
  const { t } = useTranslation('ui')
  const { hovered, ref: hoverRef } = useHover<HTMLDivElement>()
  const { focused, ref: focusRef } = useFocusWithin<HTMLDivElement>()
  const held = hovered || focused
  const close = useCallback(() => closeToast(toast.id), [toast.id])
  useEffect(() => {
    if (held) return
    const timer = setTimeout(close, toast.action ? 8_000 : 5_000)
    return () => clearTimeout(timer)
  }, [held, close, toast.action])
  return (
    <div ref={useMergedRef(hoverRef, focusRef)} className={classes.toast}>
      <span>{toast.message}</span>
      {toast.action ? (
        <LinkLikeButton
          onClick={() => {
            toast.action?.onClick()
            close()
          }}
        >
          {toast.action.label}
        </LinkLikeButton>
      ) : null}
      <CloseButton size={24} iconSize={15} aria-label={t('close')} onClick={close} />
    </div>
  )
}

let lastId = 0
let toasts: readonly ShownToast[] = []
const followers = new Set<() => void>()

function setToasts(next: readonly ShownToast[]): void {
  toasts = next
  for (const follower of followers) follower()
}

function follow(follower: () => void): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}
