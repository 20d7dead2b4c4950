import { Skeleton } from '@mantine/core'
import { Loading } from '../../ui/Loading.tsx'
import classes from './board.module.css'

const columns = ['prospect', 'application', 'screen', 'interview', 'offer']
const cards = ['one', 'two', 'three']

export function BoardLoading() {
  return (
    <Loading>
      <div className={classes.board}>
        {columns.map(column => (
          <div key={column} className={classes.column}>
            <div className={classes.columnHead}>
              <Skeleton height={12} width="50%" radius="xs" />
            </div>
            {cards.map(card => (
              <Skeleton key={card} height={76} radius="sm" className={classes.cardShape} />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}
