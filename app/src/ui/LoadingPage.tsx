import { Loading } from './Loading.tsx'
import classes from './page.module.css'

/** While the code of a page is on its way. */
export function LoadingPage() {
  return (
    <div className={classes.page}>
      <div className={classes.content}>
        <Loading rows={8} />
      </div>
    </div>
  )
}
