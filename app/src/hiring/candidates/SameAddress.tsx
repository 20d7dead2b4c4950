import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { LinkLikeButton } from '../../ui/links.tsx'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { CandidateListItem } from './candidates.shapes.ts'

interface SameAddressProps {
  email: string
  /** "Choose this person", "Open this person". */
  action: string
  onChoose: (candidate: CandidateListItem) => void
}

/** Somebody with this address is known already: then nobody needs to be typed twice. */
export function SameAddress({ email, action, onChoose }: SameAddressProps) {
  const { t } = useTranslation('candidates')
  const [address] = useDebouncedValue(email.trim(), 300)
  const known = useQuery({
    queryKey: ['candidates', 'byAddress', address],
    queryFn: () => answer(api.candidates.$get({ query: { q: address, limit: 3 } })),
    // Two people may share an address, so this is a hint and never a refusal.
    enabled: /^\S+@\S+\.\S+$/.test(address),
  })
  return (
    <div aria-live="polite" className={classes.sameAddress}>
      {(known.data?.data ?? []).map(candidate => (
        <p key={candidate.id}>
          <StatusWord tone="warning">{t('sameAddress', { name: nameOf(candidate) })}</StatusWord>{' '}
          <LinkLikeButton onClick={() => onChoose(candidate)}>{action}</LinkLikeButton>
        </p>
      ))}
    </div>
  )
}
