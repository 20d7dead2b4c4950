import { useTranslation } from 'react-i18next'
import { ChoiceBoxes } from '../../ui/ChoiceBoxes.tsx'
import type { User } from './users.shapes.ts'

export type Role = User['roles'][number]

const roles: readonly Role[] = ['administrator', 'recruiter', 'hiring_manager', 'read_only']

interface RoleBoxesProps {
  id: string
  chosen: readonly Role[]
  onChange: (roles: Role[]) => void
  error?: string | undefined
}

export function RoleBoxes(props: RoleBoxesProps) {
  const { t } = useTranslation('users')
  const choices = roles.map(role => ({
    value: role,
    label: t(`session:roles.${role}`),
    description: t(`opens.${role}`),
  }))
  return <ChoiceBoxes legend={t('form.roles')} choices={choices} {...props} />
}
