import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from '../../ui/LanguageChoice.tsx'
import { Mark } from '../../ui/Mark.tsx'
import classes from './sign-in-frame.module.css'

interface SignInFrameProps {
  title: string
  lead?: ReactNode
  /** For lists, where a form is narrow. */
  wide?: boolean
  children: ReactNode
}

/** Pages of somebody who is not signed in: the brand, the language, one column. */
export function SignInFrame({ title, lead, wide = false, children }: SignInFrameProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={classes.page}>
      <title>{t('pageTitle', { title })}</title>
      <header className={classes.brand}>
        <Mark size={20} />
        <span>Lodestone</span>
        <LanguageChoice />
      </header>
      <main className={classes.main} data-wide={wide || undefined}>
        <h1 className={classes.title}>{title}</h1>
        {lead ? <p className={classes.lead}>{lead}</p> : null}
        {children}
      </main>
    </div>
  )
}
