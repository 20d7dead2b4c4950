import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './shortcut-help.module.css'
import { listShortcuts, useLettersSwitch } from './shortcuts.tsx'

/** The keys that work here and now. */
export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('ui')
  const [lettersOn] = useLettersSwitch()
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes.note}>{t(lettersOn ? 'keys.switchHint' : 'keys.switchedOff')}</p>
      <dl className={classes.list}>
        {opened
          ? listShortcuts().map(shortcut => (
              <div key={shortcut.keys} className={classes.row}>
                <dt>{shortcut.label}</dt>
                <dd className={classes.keys}>
                  {shortcut.keys.split(' ').map(key => (
                    <Kbd key={key}>{key === 'Escape' ? 'Esc' : key.toLocaleUpperCase()}</Kbd>
                  ))}
                </dd>
              </div>
            ))
          : null}
      </dl>
    </Modal>
  )
}
