import { useTranslation } from 'react-i18next'
import type { CandidateFacets, Reading } from '../search/search.shapes.ts'
import { findSmallOperator } from '../search/small-operator.tsx'
import classes from './candidate-filter-bar.module.css'

interface CandidateCountProps extends Pick<CandidateFacets, 'count' | 'readings'> {
  q: string
}

/** How many there are, as far as it was counted, and how words were read that occur nowhere or may have been meant otherwise. */
export function CandidateCount({ count, readings, q }: CandidateCountProps) {
  const { t, i18n } = useTranslation('candidates')
  const small = findSmallOperator(q, i18n.language)
  const number = new Intl.NumberFormat(i18n.language).format(count.value)
  return (
    <div role="status" className={classes.found}>
      <span className={classes.total}>
        {count.capped ? t('found.moreThan', { number }) : t('found.exactly', { count: count.value, number })}
      </span>
      {readings.map(reading => (
        <ReadingNote key={reading.word} reading={reading} />
      ))}
      {small ? <span>{t('found.smallOperator', small)}</span> : null}
    </div>
  )
}

function ReadingNote({ reading: { word, as } }: { reading: Reading }) {
  const { t } = useTranslation('candidates')
  return <span>{t(`found.${as}`, { word })}</span>
}
