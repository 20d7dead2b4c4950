import classes from './initials.module.css'

interface InitialsProps {
  name: string
  size?: 20 | 24 | 28 | 40 | 48
  /** The signed-in person stands out from colleagues. */
  own?: boolean
}

/** A person without a photo. Decoration: the name itself must stand beside it. */
export function Initials({ name, size = 24, own = false }: InitialsProps) {
  return (
    <span
      className={classes.initials}
      data-initials={initialsOf(name)}
      data-size={size}
      data-own={own || undefined}
      aria-hidden
    />
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(word => word !== '')
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
  return `${first?.charAt(0) ?? ''}${last?.charAt(0) ?? ''}`.toLocaleUpperCase()
}
