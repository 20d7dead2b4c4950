import { Modal } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from './Keys.tsx'
import classes from './shortcut-help.module.css'
import { listShortcuts, type Shortcut, useLettersSwitch } from './shortcuts.tsx'
import { useReturnFocus } from './useReturnFocus.tsx'

/** The way to the guides, and the keys that work here and now. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui')
  useReturnFocus()
  const [lettersOn] = useLettersSwitch()
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes.note}>
        <Link to="/help" onClick={onClose}>
          {t('keys.guides')}
        </Link>
      </p>
      <p className={classes.note}>{t(lettersOn ? 'keys.switchHint' : 'keys.switchedOff')}</p>
      <Group title={t('keys.here')} shortcuts={listShortcuts('page')} />
      <Group title={t('keys.everywhere')} shortcuts={listShortcuts('everywhere')} />
    </Modal>
  )
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  const id = useId()
  if (shortcuts.length === 0) return null
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h3 id={id}>{title}</h3>
      <dl className={classes.list}>
        {shortcuts.map(shortcut => (
          <div key={shortcut.keys} className={classes.row}>
            <dt>{shortcut.label}</dt>
            <dd className={classes.keys}>
              <Keys keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
