import { Checkbox } from '@mantine/core'
import classes from './choice-boxes.module.css'

interface ChoiceBoxesProps<Choice extends string> {
  id: string
  legend: string
  choices: readonly { value: Choice; label: string; description: string }[]
  chosen: readonly Choice[]
  onChange: (chosen: Choice[]) => void
  error?: string | undefined
  /** Two columns, where there is room. */
  wide?: boolean
}

/** Any number of a few things, with what each means beside it: nobody should have to look that up. */
export function ChoiceBoxes<Choice extends string>({
  id,
  legend,
  choices,
  chosen,
  onChange,
  error,
  wide,
}: ChoiceBoxesProps<Choice>) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes.boxes}
      data-wide={wide || undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{legend}</legend>
      {choices.map(({ value, label, description }) => (
        <Checkbox
          key={value}
          label={label}
          description={description}
          checked={chosen.includes(value)}
          onChange={event =>
            onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter(other => other !== value))
          }
        />
      ))}
      {error ? (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
