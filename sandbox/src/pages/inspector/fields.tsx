/** @jsxImportSource hono/jsx */

interface FieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly inputmode?: 'numeric'
}

export function Field({ id, name, label, value, inputmode }: FieldProps) {
  return (
    <div class="row">
      <label for={id}>{label}</label>
      <input class="field" id={id} name={name} value={value} inputmode={inputmode} autocomplete="off" />
    </div>
  )
}

interface SelectProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly options: ReadonlyArray<readonly [value: string, text: string]>
}

export function Select({ id, name, label, options }: SelectProps) {
  return (
    <div class="row">
      <label for={id}>{label}</label>
      <select class="field" id={id} name={name}>
        {options.map(([value, text]) => (
          <option value={value}>{text}</option>
        ))}
      </select>
    </div>
  )
}
