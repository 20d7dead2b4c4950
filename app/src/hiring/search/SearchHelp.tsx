import { ActionIcon, Popover } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './search-help.module.css'

const examples = ['words', 'phrase', 'or', 'not', 'together', 'beginning', 'slip'] as const

/** What can be written in the search field, by examples. */
export function SearchHelp() {
  const { t } = useTranslation('search')
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t('help.title')} className={classes.opener ?? ''}>
          <IconHelp size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.help ?? ''}>
        <div tabIndex={-1} data-autofocus className={classes.inside}>
          <h2>{t('help.title')}</h2>
          <dl className={classes.examples}>
            {examples.map(name => (
              <div key={name}>
                <dt>{t(`help.example.${name}`)}</dt>
                <dd>{t(`help.finds.${name}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('help.where')}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
