import { Button, Menu } from '@mantine/core'
import { createLink, useRouter } from '@tanstack/react-router'
import type { ComponentPropsWithRef, MouseEvent } from 'react'
import classes from './links.module.css'

/** Links in the look of a control. They take `to`, `params` and `search` like Link. */
export const LinkButton = createLink(Button<'a'>)
export const LinkMenuItem = createLink(Menu.Item<'a'>)

/** An action that reads like a link: "Remind", "Refresh now". */
export function LinkLikeButton(props: ComponentPropsWithRef<'button'>) {
  return <button type="button" {...props} className={classes.action} />
}

/** For an address of ours that came from the server: goes there without loading the app anew. */
export function AddressLink({ href, onClick, ...anchor }: ComponentPropsWithRef<'a'> & { href: string }) {
  const router = useRouter()
  function go(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(href)
  }
  return <a {...anchor} href={href} onClick={go} />
}
