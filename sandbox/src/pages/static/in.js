// The loader: puts a frame in the place of each plugin tag. The text of its own tag holds one "name: value" per line.

startLoader(document.currentScript)

function startLoader(script) {
  if (script === null) return complain('in.js must be loaded by a plain <script src>, not as a module.')
  const settings = readSettings(script.text)
  const platform = new URL(script.src).origin
  const place = { platform, apiKey: settings.get('api_key')?.[0] ?? '', extensions: readExtensions(settings) }
  if (place.apiKey === '') return complain('the text of the in.js tag has no line "api_key: <client id>".')
  if (document.readyState !== 'loading') return replacePlaceholders(place)
  document.addEventListener('DOMContentLoaded', () => replacePlaceholders(place))
}

function readSettings(text) {
  const settings = new Map()
  for (const line of text.split('\n')) {
    const mark = line.indexOf(':')
    if (mark === -1) continue
    const name = line.slice(0, mark).trim()
    settings.set(name, [...(settings.get(name) ?? []), line.slice(mark + 1).trim()])
  }
  return settings
}

function readExtensions(settings) {
  const wanted = (settings.get('extensions') ?? []).flatMap(list => list.split(',')).map(text => text.trim())
  return wanted.filter(Boolean).map(text => {
    const mark = text.indexOf('@')
    return { name: text.slice(0, mark), address: text.slice(mark + 1) }
  })
}

function replacePlaceholders(place) {
  for (const { name, address } of place.extensions) {
    if (!URL.canParse(address) || new URL(address).origin !== place.platform) {
      complain(`the extension ${name} must come from ${place.platform}, where in.js itself comes from.`)
      continue
    }
    for (const placeholder of document.querySelectorAll(`script[type="IN/${CSS.escape(name)}"]`)) {
      if (!placeholdersInUse().has(placeholder)) showPlugin(placeholder, address, place)
    }
  }
}

// A page that shows a plugin anew loads in.js anew; what the earlier run has in hand is left to it.
function placeholdersInUse() {
  const key = Symbol.for('recruiter-sandbox placeholders')
  window[key] ??= new WeakSet()
  return window[key]
}

function showPlugin(placeholder, address, { platform, apiKey }) {
  if (location.origin === 'null') return complain('a page without an origin (file:, sandboxed) cannot show a plugin.')
  placeholdersInUse().add(placeholder)
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.width = /^\d+$/.test(placeholder.dataset.width ?? '') ? placeholder.dataset.width : '500'
  frame.style.maxWidth = '100%'
  frame.style.border = '0'
  frame.src = addressOf(address, { placeholder, apiKey })
  placeholder.after(frame)
  window.addEventListener('message', function hear(event) {
    if (event.source === null || event.source !== frame.contentWindow) {
      if (!frame.isConnected) window.removeEventListener('message', hear)
      return
    }
    if (event.origin === platform) obey(event.data, { frame, placeholder })
  })
}

// Everything that the tag says goes along; the page behind the address reads what it knows.
function addressOf(address, { placeholder, apiKey }) {
  const url = new URL(address)
  for (const [name, value] of Object.entries(placeholder.dataset)) url.searchParams.set(name, value)
  url.searchParams.set('api_key', apiKey)
  url.searchParams.set('origin', location.origin)
  url.searchParams.set('lang', document.documentElement.lang.slice(0, 2))
  return url.href
}

function obey(message, { frame, placeholder }) {
  switch (message?.kind) {
    case 'drawn':
      frame.title = message.title
      frame.hidden = false
      frame.height = message.height
      placeholder.remove()
      break
    case 'refused':
      frame.remove()
      placeholdersInUse().delete(placeholder)
      complain(message.sentence)
      break
    case 'callback':
      callBack(placeholder, message)
  }
}

function callBack(placeholder, { callback, argument }) {
  const name = placeholder.dataset[callback]
  if (name === undefined) return
  if (typeof window[name] === 'function') window[name](argument)
  else complain(`data-${callback} names "${name}", which is not a global function of this page.`)
}

function complain(sentence) {
  console.error(`LinkedIn plugin (Recruiter sandbox): ${sentence}`)
}
