import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './users.module.css'
import type { User } from './users.shapes.ts'

export type Role = User['roles'][number]

const roles: readonly Role[] = ['administrator', 'recruiter', 'hiring_manager', 'read_only']

interface RoleBoxesProps {
  id: string
  chosen: readonly Role[]
  onChange: (roles: Role[]) => void
  error?: string | undefined
}

/** What each role opens stands beside it: nobody should have to look that up. */
export function RoleBoxes({ id, chosen, onChange, error }: RoleBoxesProps) {
  const { t } = useTranslation('users')
  return (
    <fieldset id={id} tabIndex={-1} className={classes.roles} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('form.roles')}</legend>
      {roles.map(role => (
        <Checkbox
          key={role}
          label={t(`session:roles.${role}`)}
          description={t(`opens.${role}`)}
          checked={chosen.includes(role)}
          onChange={event =>
            onChange(event.currentTarget.checked ? [...chosen, role] : chosen.filter(other => other !== role))
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
