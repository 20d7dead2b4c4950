import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Keys } from '../../ui/Keys.tsx'
import classes from './palette.module.css'
import type { PaletteGroup, PaletteItem } from './palette-item.tsx'

type PaletteChoice = ReturnType<typeof usePaletteChoice>

/** Which line Enter takes: the first, until arrows say otherwise. */
export function usePaletteChoice(groups: readonly PaletteGroup[], onChoose: (item: PaletteItem) => void) {
  const listId = useId()
  const [wanted, setWanted] = useState<string>()
  const items = groups.flatMap(group => group.items)
  // Kept by id: lines that come in later must not push another one under the finger.
  const active = items.find(item => item.id === wanted) ?? items[0]
  const optionId = (item: PaletteItem) => `${listId}-${item.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && active) {
      event.preventDefault()
      setWanted(items.at((items.indexOf(active) + step) % items.length)?.id)
    }
    if (event.key === 'Enter' && active) {
      event.preventDefault()
      onChoose(active)
    }
  }
  return {
    listId,
    count: items.length,
    active,
    activeOptionId: active && optionId(active),
    optionId,
    onKeyDown,
    onChoose,
    reset: () => setWanted(undefined),
  }
}

interface PaletteListProps {
  groups: readonly PaletteGroup[]
  choice: PaletteChoice
  label: string
}

export function PaletteList({ groups, choice, label }: PaletteListProps) {
  return (
    <div id={choice.listId} role="listbox" aria-label={label} className={classes.list}>
      {groups.map(group => (
        <Group key={group.title} group={group} choice={choice} />
      ))}
    </div>
  )
}

function Group({ group, choice }: { group: PaletteGroup; choice: PaletteChoice }) {
  const heading = useId()
  return (
    <fieldset aria-labelledby={heading} className={classes.group}>
      <p id={heading} className={classes.heading}>
        {group.title}
      </p>
      {group.items.map(item => (
        <Option key={item.id} item={item} choice={choice} />
      ))}
    </fieldset>
  )
}

function Option({ item, choice }: { item: PaletteItem; choice: PaletteChoice }) {
  const element = useRef<HTMLDivElement>(null)
  const isActive = item === choice.active
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={element}
      id={choice.optionId(item)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      onPointerDown={event => event.preventDefault()}
      onClick={() => choice.onChoose(item)}
      onKeyDown={choice.onKeyDown}
    >
      <span className={classes.icon} aria-hidden>
        {item.icon}
      </span>
      <span className={classes.label}>{item.label}</span>
      {item.second ? <span className={classes.second}>{item.second}</span> : null}
      {item.keys ? (
        <span className={classes.keys} aria-hidden>
          <Keys keys={item.keys} />
        </span>
      ) : null}
    </div>
  )
}
