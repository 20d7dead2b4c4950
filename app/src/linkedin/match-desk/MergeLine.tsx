import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './match-desk.module.css'
import type { Merge } from './match-desk.shapes.ts'
import { useUndoMerge } from './useUndoMerge.tsx'

/** Who became part of this person, when and by whom, and the way back. */
export function MergeLine({ merge }: { merge: Merge }) {
  const { t } = useTranslation('match-desk')
  const undo = useUndoMerge()
  const words = merge.mergedBy === null ? t('mergedWith', merge) : t('mergedWithBy', { ...merge })
  return (
    <p className={classes.mergeLine}>
      <span>
        {words} <Time at={merge.mergedAt} as="day" />
      </span>
      {merge.isLatest ? (
        <LinkLikeButton
          aria-label={t('unmerge.named', { name: merge.absorbedName })}
          disabled={undo.isPending}
          onClick={() => undo.mutate(merge.id)}
        >
          {t('unmerge.button')}
        </LinkLikeButton>
      ) : (
        <span className={classes.quiet}>{t('unmerge.laterFirst')}</span>
      )}
    </p>
  )
}
