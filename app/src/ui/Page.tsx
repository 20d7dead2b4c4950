import { Children, type ReactNode, useContext, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import classes from './page.module.css'
import { BreadcrumbSlot } from './Shell.tsx'

interface PageProps {
  /** The one h1, and unless `crumb` says otherwise the name of the browser tab. */
  title: string
  /** Where this page hangs, as links: `[<Link key="jobs" to="/jobs">Jobs</Link>]`. The title comes last by itself. */
  crumbs?: readonly ReactNode[]
  /** The last crumb and the name of the browser tab, where the title greets rather than names. */
  crumb?: string
  /** The last crumb on a telephone, where the title is too long for it: a job's id. */
  shortTitle?: string
  /** Before the title: initials. */
  mark?: ReactNode
  /** After the title: id, state. */
  beside?: ReactNode
  /** Under the title, in grey. */
  subtitle?: ReactNode
  /** At the right of the title. One filled button at most. */
  actions?: ReactNode
  /** Under all that: a strip of facts, a stage bar. */
  facts?: ReactNode
  /** A TabBar, flush with the line that ends the header. */
  tabs?: ReactNode
  /** Home and settings have more air than lists. */
  airy?: boolean
  /** The header stays while the content scrolls. */
  sticky?: boolean
  children: ReactNode
}

export function Page(props: PageProps) {
  const { t } = useTranslation('ui')
  const heading = useFocusOnArrival()
  // Before the frame is there, as when the server does not answer, the page is all there is.
  const Root = useContext(BreadcrumbSlot) === undefined ? 'main' : 'div'
  return (
    <Root className={classes.page} data-airy={props.airy || undefined}>
      <title>{t('pageTitle', { title: props.crumb ?? props.title })}</title>
      <Breadcrumb {...props} />
      <header
        className={classes.header}
        data-sticky={props.sticky || undefined}
        data-tabs={props.tabs ? true : undefined}
      >
        <div className={classes.titleRow}>
          {props.mark}
          <div className={classes.titleBlock}>
            <div className={classes.titleLine}>
              <h1 ref={heading} tabIndex={-1}>
                {props.title}
              </h1>
              {props.beside}
            </div>
            {props.subtitle ? <div className={classes.subtitle}>{props.subtitle}</div> : null}
          </div>
          {props.actions ? <div className={classes.actions}>{props.actions}</div> : null}
        </div>
        {props.facts}
        {props.tabs}
      </header>
      <div className={classes.content}>{props.children}</div>
    </Root>
  )
}

function Breadcrumb({ title, crumb = title, shortTitle = crumb, crumbs = [] }: PageProps) {
  const { t } = useTranslation('ui')
  const slot = useContext(BreadcrumbSlot)
  if (!slot) return null
  const trail = (
    <nav aria-label={t('breadcrumb')} className={classes.breadcrumb}>
      {Children.map(crumbs, link => (
        <>
          <span className={classes.crumb}>{link}</span>
          <span className={classes.slash} aria-hidden>
            /
          </span>
        </>
      ))}
      <span aria-current="page" className={classes.here}>
        <span className={classes.long}>{crumb}</span>
        <span className={classes.short}>{shortTitle}</span>
      </span>
    </nav>
  )
  return createPortal(trail, slot)
}

/** After a change of page a screen reader starts at the new title; not at the first page and not at a new tab. */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const here = window.location.pathname
    if (lastArrival !== '' && lastArrival !== here) heading.current?.focus({ preventScroll: true })
    lastArrival = here
  }, [])
  return heading
}

let lastArrival = ''
