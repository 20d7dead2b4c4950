import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLock, IconUsers } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './note-writer.module.css'
import { type NoteVisibility, noteVisibilities } from './notes.shapes.ts'

/** What another part of the product knows of being shared: it says so in its own words, or `otherwise`. */
export type SharedWords = ComponentType<{ as: 'label' | 'why'; otherwise: ReactNode }>

interface VisibilityMenuProps {
  visibility: NoteVisibility
  SharedWords: SharedWords
  onChoose: (visibility: NoteVisibility) => void
}

/** Says on itself who will read the note. */
export function VisibilityMenu({ visibility, SharedWords, onChoose }: VisibilityMenuProps) {
  const { t } = useTranslation('notes')
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button variant="default" className={classes.visibility ?? ''} rightSection={<IconChevronDown size={14} />}>
          <Icon of={visibility} />
          <Words of={visibility} SharedWords={SharedWords} as="label" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('visibility.menu')}>
        {noteVisibilities.map(one => (
          <Menu.RadioItem
            key={one}
            value={one}
            checked={one === visibility}
            closeMenuOnClick
            rightSection={<Icon of={one} />}
            onChange={() => onChoose(one)}
          >
            <Words of={one} SharedWords={SharedWords} as="label" />
            <span className={classes.why}>
              <Words of={one} SharedWords={SharedWords} as="why" />
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Icon({ of }: { of: NoteVisibility }) {
  return of === 'private' ? <IconLock size={15} aria-hidden /> : <IconUsers size={15} aria-hidden />
}

interface WordsProps {
  of: NoteVisibility
  as: 'label' | 'why'
  SharedWords: SharedWords
}

export function Words({ of, as, SharedWords }: WordsProps) {
  const { t } = useTranslation('notes')
  if (of === 'private') return t(as === 'label' ? 'visibility.private' : 'visibility.privateWhy')
  return <SharedWords as={as} otherwise={t(as === 'label' ? 'visibility.shared' : 'visibility.sharedWhy')} />
}
