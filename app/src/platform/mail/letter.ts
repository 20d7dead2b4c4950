import { html } from 'hono/html'

/** What goes to the mail server. */
export interface Letter {
  to: string
  subject: string
  text: string
  html: string
}

interface LetterParts {
  to: string
  language: 'en' | 'nl'
  subject: string
  paragraphs: readonly string[]
  /** The one thing to do. */
  link?: { label: string; url: string }
  /** What to do when the letter comes unexpected. */
  unexpected: string
}

/** The same words twice: as plain text, and as HTML that needs no picture and no style sheet. */
export async function writeLetter(parts: LetterParts): Promise<Letter> {
  return { to: parts.to, subject: parts.subject, text: writeText(parts), html: await writeHtml(parts) }
}

function writeText({ paragraphs, link, unexpected }: LetterParts): string {
  return `${[...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), unexpected].join('\n\n')}\n`
}

async function writeHtml({ language, subject, paragraphs, link, unexpected }: LetterParts): Promise<string> {
  const button = link
    ? html`<p style="margin:24px 0"><a href="${link.url}" style="display:inline-block;padding:10px 16px;border-radius:6px;background:#464cbd;color:#ffffff;text-decoration:none;font-weight:500">${link.label}</a></p>
<p style="color:#4f525d;font-size:12px;overflow-wrap:anywhere">${link.url}</p>`
    : ''
  const page = await html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font:14px/22px system-ui,sans-serif">
<div style="max-width:520px">
${paragraphs.map(paragraph => html`<p>${paragraph}</p>`)}
${button}
<p style="margin-top:24px;color:#4f525d;font-size:12px">${unexpected}</p>
</div>
</body>
</html>`
  return `${page}\n`
}
