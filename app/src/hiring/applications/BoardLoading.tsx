import { Skeleton } from '@mantine/core'
import { Loading } from '../../ui/Loading.tsx'
import { useFillHeight } from '../candidates/useFillHeight.tsx'
import classes from './board.module.css'

const columns = ['prospect', 'application', 'screen', 'interview', 'offer']
const cards = ['one', 'two', 'three']

/** Columns and cards in their final size. */
export function BoardLoading() {
  const fill = useFillHeight<HTMLDivElement>()
  return (
    <Loading>
      <div ref={fill} className={classes.board}>
        {columns.map(column => (
          <div key={column} className={classes.column}>
            <div className={classes.columnHead}>
              <Skeleton height={12} width="50%" radius="xs" mt={4} />
            </div>
            {cards.map(card => (
              <Skeleton key={card} height={76} radius="sm" className={classes.cardShape ?? ''} />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}
