import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Time } from '../../ui/Time.tsx'
import { nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { CandidateListItem } from './candidates.shapes.ts'

export function CandidateTable({ candidates }: { candidates: readonly CandidateListItem[] }) {
  const { t } = useTranslation('candidates')
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col" className={classes.wide}>
            {t('column.company')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('column.place')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('column.email')}
          </th>
          <th scope="col" className={classes.number}>
            {t('column.jobs')}
          </th>
          <th scope="col" className={classes.when}>
            {t('column.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {candidates.map(candidate => (
          <tr key={candidate.id}>
            <th scope="row">
              <Link to="/candidates/$candidateId" params={{ candidateId: candidate.id }} className={classes.name}>
                {nameOf(candidate)}
              </Link>
              <span className={classes.second}>{candidate.headline}</span>
            </th>
            <td className={classes.wide}>{candidate.currentCompany}</td>
            <td className={classes.wide}>{candidate.location}</td>
            <td className={classes.wide}>{candidate.email}</td>
            <td className={classes.number} data-none={candidate.applicationCount === 0 || undefined}>
              {candidate.applicationCount}
            </td>
            <td className={classes.when}>
              <Time at={candidate.createdAt} as="day" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
