import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkLikeButton } from '../../ui/links.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { pluginMessages } from './plugin-messages.shapes.ts'
import classes from './set-up.module.css'
import { useRequest, useSignIn } from './set-up-query.tsx'

const FIRST_HEIGHT = 320
const TALLEST = 1_200

/**
 * LinkedIn's own configuration plugin, on a framed page of ours. What it tells is passed to the server, which asks LinkedIn.
 * After news of the state it is loaded again, because it does not look by itself.
 */
export function LinkedInPlugin({ state }: { state: string }) {
  const { t, i18n } = useTranslation('set-up')
  const frame = useRef<HTMLIFrameElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const [widthPixels, setWidthPixels] = useState<number>()
  const [trouble, setTrouble] = useState<'blocked' | 'notDrawn'>()
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const [round, setRound] = useState(0)
  const request = useRequest()
  const signIn = useSignIn()
  const wordProblem = useProblemWords()

  useEffect(() => setWidthPixels(place.current?.clientWidth), [])
  const { mutate } = request
  useEffect(() => {
    function hear(event: MessageEvent) {
      if (event.origin !== location.origin || event.source !== frame.current?.contentWindow) return
      const message = pluginMessages.schema.safeParse(event.data).data
      if (!message) return
      if (message.kind === 'requested') mutate({ keys: message.keys })
      else if (message.kind === 'size') setHeight(Math.min(Math.max(message.height, 120), TALLEST))
      else if (message.kind === 'drawn') setTrouble(undefined)
      else setTrouble(message.kind)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [mutate])

  function load() {
    setTrouble(undefined)
    setRound(round + 1)
  }
  return (
    <div ref={place} className={classes.plugin}>
      {request.isPending ? <p role="status">{t('plugin.telling')}</p> : null}
      {request.error ? (
        <p role="alert" className={classes.problem}>
          {wordProblem(request.error)}
        </p>
      ) : null}
      {trouble ? (
        <div role="alert" className={classes.trouble}>
          <p>
            <IconAlertTriangle size={15} aria-hidden /> {t(`plugin.${trouble}`)}
          </p>
          <LinkLikeButton onClick={load}>{t('plugin.again')}</LinkLikeButton>
        </div>
      ) : null}
      {widthPixels === undefined ? null : (
        <iframe
          key={`${round} ${state}`}
          ref={frame}
          className={classes.frame}
          title={t('plugin.title')}
          src={`/linkedin/set-up/plugin?width=${widthPixels}&lang=${i18n.language}`}
          style={{ height: trouble ? 0 : height }}
        />
      )}
      <p className={classes.hint}>
        {t('plugin.signedOut')}{' '}
        <LinkLikeButton disabled={signIn.isPending} onClick={() => signIn.mutate()}>
          {t('plugin.signIn')}
        </LinkLikeButton>
      </p>
    </div>
  )
}
