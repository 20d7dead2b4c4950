import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

export type Language = 'en' | 'nl'

export const languageCookie = 'sandbox_lang'

/** The language link wins; without one the browser's first known preference decides. */
export function chooseLanguage(c: Context): Language {
  const chosen = getCookie(c, languageCookie)
  if (chosen === 'en' || chosen === 'nl') return chosen
  return preferredLanguage(c.req.header('accept-language') ?? '')
}

export function preferredLanguage(acceptLanguage: string): Language {
  const wishes = acceptLanguage
    .split(',')
    .map(wish => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const quality = parameters.map(text => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(value => value !== undefined)
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) }
    })
    .sort((a, b) => b.quality - a.quality)
  return wishes.find(wish => wish.language === 'nl' || wish.language === 'en')?.language === 'nl' ? 'nl' : 'en'
}
