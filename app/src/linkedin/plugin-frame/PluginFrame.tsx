import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './plugin-frame.module.css'
import { frameMessages, type PluginTrouble } from './plugin-frame.shapes.ts'

interface PluginFrameProps {
  /** The framed page of ours, without width and language. */
  path: string
  title: string
  /** Before the plugin has told how high it is. */
  firstHeight: number
  /** What is higher scrolls inside. */
  tallest: number
  /** Another value loads the plugin anew, because it does not look by itself. */
  state: string
  onCall: (callback: string, argument: unknown) => void
  /** In the frame's place until it is drawn. */
  waiting?: ReactNode
  /** In the frame's place when LinkedIn does not come, with a way to load it again. */
  instead: (trouble: PluginTrouble, loadAgain: () => void) => ReactNode
  /** Below the frame, as long as there is one. */
  children?: ReactNode
}

/** A plugin of LinkedIn's in its own framed page. It says what happens there; what it is told is a hint and no truth. */
export function PluginFrame({ path, title, firstHeight, tallest, state, ...props }: PluginFrameProps) {
  const { i18n } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const [widthPixels, setWidthPixels] = useState<number>()
  const [round, setRound] = useState(0)
  const [height, setHeight] = useState(firstHeight)
  const shown = `${round} ${state} ${i18n.language}`
  const [told, setTold] = useState<{ shown: string; word: 'drawn' | PluginTrouble }>()
  const word = told?.shown === shown ? told.word : undefined
  const trouble = word === 'drawn' ? undefined : word

  useEffect(() => setWidthPixels(place.current?.clientWidth), [])
  const { onCall } = props
  useEffect(() => {
    function hear(event: MessageEvent) {
      if (event.origin !== location.origin || event.source !== frame.current?.contentWindow) return
      const message = frameMessages.schema.safeParse(event.data).data
      if (!message) return
      if (message.kind === 'called') onCall(message.callback, message.argument)
      else if (message.kind !== 'size') setTold({ shown, word: message.kind })
      else if (message.height > 0) setHeight(Math.min(Math.max(message.height, 120), tallest))
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [onCall, shown, tallest])

  return (
    <div ref={place} className={classes.place} data-drawn={word === 'drawn' || undefined}>
      {trouble ? props.instead(trouble, () => setRound(round + 1)) : null}
      {word === undefined && props.waiting ? <div className={classes.waiting}>{props.waiting}</div> : null}
      {widthPixels === undefined ? null : (
        <iframe
          key={shown}
          ref={frame}
          className={classes.frame}
          title={title}
          src={`${path}?width=${widthPixels}&lang=${i18n.language}`}
          style={{ height: trouble ? 0 : height }}
        />
      )}
      {trouble ? null : props.children}
    </div>
  )
}
