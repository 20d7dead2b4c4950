// Tells the page around the frame what happened, and nobody but that page: its origin was checked by the server.

const { parentOrigin, refusal, callback, argument } = document.documentElement.dataset

if (parent !== window && parentOrigin) start()

function start() {
  if (refusal !== undefined) return tell({ kind: 'refused', sentence: refusal })
  tellDrawn()
  new ResizeObserver(tellDrawn).observe(document.body)
  if (callback !== undefined) tell({ kind: 'callback', callback, argument: JSON.parse(argument) })
}

function tellDrawn() {
  tell({ kind: 'drawn', title: document.title, height: measure() })
}

// A hidden frame has no height yet; the first message makes the loader show it, and the observer speaks again.
function measure() {
  return Math.max(120, Math.ceil(document.body.getBoundingClientRect().height))
}

function tell(message) {
  parent.postMessage(message, parentOrigin)
}
