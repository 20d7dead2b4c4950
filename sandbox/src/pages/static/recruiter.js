// The pages work without this file; it adds the job list, sending in place, copying and local times.

const typingPauseMs = 150

const formats = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { timeStyle: 'medium' },
  'date-time': { dateStyle: 'medium', timeStyle: 'medium' },
}

startPage(document)
document.querySelector('[data-outcome]')?.focus()

function startPage(root) {
  for (const box of root.querySelectorAll('[data-combobox]')) startCombobox(box)
  for (const form of root.querySelectorAll('[data-sends-in-place]')) startSendingInPlace(form)
  for (const button of root.querySelectorAll('[data-copies]')) startCopying(button)
  for (const time of root.querySelectorAll('time[data-format]')) showInOwnZone(time)
}

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  const menu = document.querySelector('details.menu[open]')
  if (menu === null) return
  menu.open = false
  menu.querySelector('summary').focus()
})

document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})

function startCombobox(box) {
  const input = box.querySelector('[data-job-text]')
  const chosenId = box.querySelector('[data-job-id]')
  const clear = box.querySelector('[data-clear]')
  const popup = box.querySelector('[data-popup]')
  const count = box.querySelector('[data-count]')
  const form = box.closest('form')
  let active = -1
  let timer
  let latestCall = 0

  input.removeAttribute('list')
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', listbox().id)
  close()
  showClear()

  input.addEventListener('input', () => {
    forgetChoice()
    showClear()
    clearTimeout(timer)
    timer = setTimeout(find, typingPauseMs)
  })
  input.addEventListener('click', () => popup.hidden && find())
  input.addEventListener('blur', close)
  input.addEventListener('keydown', onKey)
  popup.addEventListener('mousedown', event => event.preventDefault())
  popup.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]')
    if (option !== null) choose(option)
  })
  clear.addEventListener('click', () => {
    input.value = ''
    forgetChoice()
    showClear()
    input.focus()
    find()
  })

  function listbox() {
    return popup.querySelector('[role="listbox"]')
  }

  function options() {
    return [...popup.querySelectorAll('[role="option"]')]
  }

  async function find() {
    const call = ++latestCall
    const query = chosenId.value === '' ? input.value : ''
    const address = `${box.dataset.source}&${new URLSearchParams({ q: query, chosen: chosenId.value })}`
    const answer = await fetch(address).catch(() => undefined)
    if (call !== latestCall || document.activeElement !== input || !answer?.ok) return
    popup.innerHTML = await answer.text()
    open()
  }

  function open() {
    const found = options()
    popup.hidden = false
    input.setAttribute('aria-expanded', String(found.length > 0))
    count.textContent = popup.querySelector('[data-announce]')?.dataset.announce ?? ''
    const chosen = found.findIndex(option => option.getAttribute('aria-selected') === 'true')
    activate(chosen === -1 ? 0 : chosen)
  }

  function close() {
    clearTimeout(timer)
    latestCall++
    popup.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  function activate(index) {
    const found = options()
    input.removeAttribute('aria-activedescendant')
    if (found.length === 0) return
    active = (index + found.length) % found.length
    for (const [position, option] of found.entries()) option.classList.toggle('active', position === active)
    input.setAttribute('aria-activedescendant', found[active].id)
    found[active].scrollIntoView({ block: 'nearest' })
  }

  function choose(option) {
    input.value = option.dataset.label
    chosenId.value = option.dataset.jobId
    showClear()
    close()
    tellExported(option.dataset.exported)
  }

  function forgetChoice() {
    chosenId.value = ''
    tellExported(undefined)
  }

  function tellExported(sentence) {
    const note = form.querySelector('[data-already]')
    note.hidden = sentence === undefined
    note.querySelector('[data-sentence]').textContent = sentence ?? ''
    form.querySelector('[name="again"]').value = sentence === undefined ? '' : 'yes'
    form.querySelector('[type="submit"]').textContent =
      sentence === undefined ? form.dataset.export : form.dataset.again
  }

  function showClear() {
    clear.hidden = input.value === ''
  }

  function onKey(event) {
    const isOpen = !popup.hidden
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (isOpen) activate(active + (event.key === 'ArrowDown' ? 1 : -1))
      else find()
    } else if (event.key === 'Enter' && isOpen && options()[active] !== undefined) {
      event.preventDefault()
      choose(options()[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    }
  }
}

function startSendingInPlace(form) {
  const button = form.querySelector('[type="submit"]')
  const target = document.getElementById(form.dataset.sendsInPlace)

  form.addEventListener('submit', async event => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    button.textContent = form.dataset.sending
    const answer = await send().catch(() => undefined)
    if (answer === undefined || !answer.headers.has('X-Fragment')) return showFailure()
    target.outerHTML = await answer.text()
    const fresh = document.getElementById(form.dataset.sendsInPlace)
    startPage(fresh)
    fresh.querySelector('[data-outcome]')?.focus()
  })

  function send() {
    const headers = { 'X-Fragment': form.dataset.sendsInPlace }
    return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers })
  }

  function showFailure() {
    button.removeAttribute('aria-disabled')
    button.textContent = form.dataset.retry
    const note = form.querySelector('[data-not-sent]')
    note.hidden = false
    note.focus()
  }
}

function startCopying(button) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent)
    button.querySelector('[data-done]').textContent = button.dataset.said
  })
}

function showInOwnZone(time) {
  const locale = document.documentElement.lang === 'nl' ? 'nl-NL' : 'en-GB'
  time.textContent = new Intl.DateTimeFormat(locale, formats[time.dataset.format]).format(new Date(time.dateTime))
}
