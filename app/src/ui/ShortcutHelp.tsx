import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './shortcut-help.module.css'
import { listShortcuts, useLettersSwitch } from './shortcuts.tsx'

/** The keys that work here and now. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui')
  const [lettersOn] = useLettersSwitch()
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes.note}>{t(lettersOn ? 'keys.switchHint' : 'keys.switchedOff')}</p>
      <dl className={classes.list}>
        {listShortcuts().map(shortcut => (
          <div key={shortcut.keys} className={classes.row}>
            <dt>{shortcut.label}</dt>
            <dd className={classes.keys}>
              {shortcut.keys.split(' ').map(key => (
                <Kbd key={key}>{key === 'Escape' ? 'Esc' : key.toLocaleUpperCase()}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
