import { Button, Menu } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'
import classes from './links.module.css'

/** Links in the look of a control. They take `to`, `params` and `search` like Link. */
export const LinkButton = createLink(Button<'a'>)
export const LinkMenuItem = createLink(Menu.Item<'a'>)

/** An action that reads like a link: "Remind", "Refresh now". */
export function LinkLikeButton(props: ComponentPropsWithRef<'button'>) {
  return <button type="button" {...props} className={classes.action} />
}
