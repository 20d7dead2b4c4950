import { useTranslation } from 'react-i18next'
import { ChoiceBoxes } from '../../ui/ChoiceBoxes.tsx'
import type { ApiScope } from './api-tokens.shapes.ts'
import { apiScopes } from './api-tokens.shapes.ts'

interface ScopeBoxesProps {
  id: string
  chosen: readonly ApiScope[]
  onChange: (scopes: ApiScope[]) => void
  error: string | undefined
}

export function ScopeBoxes(props: ScopeBoxesProps) {
  const { t } = useTranslation('api-tokens')
  const choices = apiScopes.map(scope => ({
    value: scope,
    label: scope,
    description: t(`scopes.${scope.replace(':', '.')}`),
  }))
  return <ChoiceBoxes wide legend={t('form.scopes')} choices={choices} {...props} />
}
