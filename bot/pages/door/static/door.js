// The list at the door, with or without a network. A tap is kept on the device first, then sent;
// what is sent is told by its mark, so sending again changes nothing. Without this script, or where
// the browser keeps nothing, the same forms go to the server by themselves.
import { drop, forget, keep, shelve, waiting, watch } from './kept.js'

const SECOND = 1000
const [SOON, LATER, UNDO] = [3 * SECOND, 20 * SECOND, 60 * SECOND]
const patience = () => AbortSignal.timeout?.(10 * SECOND) // older browsers wait longer
const AT_ONCE = 200

const door = document.getElementById('door')
const session = door.dataset.session
const home = `/checkin/${session}`
const by = (id) => document.getElementById(id)

let keeps = false // whether this browser keeps what is told: else the forms go by themselves
let online = true
let ended = false
let looked = 0 // when the list was last fetched
let busy = null
let touched = '' // the row that was pressed last: it stays in sight when the list comes anew

// ── searching ──

const plain = (text) =>
  text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd')

function search() {
  const wanted = plain(by('tim').value).split(/\s+/).filter(Boolean)
  let found = 0
  for (const row of by('rows').querySelectorAll('.row')) {
    const words = row.dataset.find.split(' ')
    row.hidden = !wanted.every((part) => words.some((word) => word.startsWith(part)))
    found += !row.hidden
  }
  for (const part of by('rows').querySelectorAll('.hamlet')) {
    part.hidden = !part.querySelector('.row:not([hidden])')
  }
  const seatless = by('seatless')
  if (seatless && wanted.length) seatless.open = true
  by('nobody').hidden = found > 0
}

// ── what is not sent yet ──

const clock = (at) =>
  new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false })

// Shows on each row what the device knows and the server does not.
async function paint() {
  const things = await waiting(session)
  const undone = new Set(things.filter((one) => one.what === 'undo').map((one) => one.seat))
  for (const row of document.querySelectorAll('.row[data-seat]')) {
    const own = things.find((one) => one.seat === row.dataset.seat && one.what !== 'undo')
    row.classList.toggle('waiting', Boolean(own))
    row.querySelector('.note')?.remove()
    row.querySelector('.tell').hidden = Boolean(own) || undone.has(row.dataset.seat)
    if (own) row.querySelector('.who').append(line(own))
  }
  const fresh = things.filter((one) => one.what === 'new').map(newRow)
  by('fresh').replaceChildren(...fresh)
  banner(things.length)
}

// A household of no list has no row yet.
function newRow(thing) {
  const row = document.createElement('li')
  row.className = 'row waiting'
  row.append(line(thing))
  return row
}

function line(thing) {
  const words = document.createElement('span')
  words.className = 'note'
  words.textContent = door.dataset.waiting.replace('#', clock(thing.at)) + ' '
  if (thing.name) words.append(`(${thing.name}) `)
  if (Date.now() - thing.at < UNDO) {
    const undo = document.createElement('button')
    undo.type = 'button'
    undo.className = 'stay'
    undo.textContent = door.dataset.undo
    undo.addEventListener('click', () => takeBack(thing))
    words.append(undo)
  }
  return words
}

// It may be on its way already: then the server hears that it is taken back.
async function takeBack(thing) {
  await drop([thing.mark])
  await tell({ what: 'undo', seat: thing.seat, about: thing.mark })
}

function state(many) {
  const { ended: over, endedSome, sending, offline, offlineSome } = door.dataset
  if (ended) return many ? endedSome : over
  if (!online) return many ? offlineSome : offline
  return many > 1 ? sending : ''
}

function banner(many) {
  const words = state(many)
  by('net').hidden = !words
  by('net').classList.toggle('bad', ended || !online)
  const said = words.replace('#', many)
  if (by('net').textContent !== said) by('net').textContent = said
}

let order = 0

// On disk before anything else happens: then it is shown, then sent.
async function note(thing) {
  const at = Date.now()
  const mark = thing.what === 'undo' ? `undo-${thing.about}` : crypto.randomUUID()
  await keep({ ...thing, mark, at, session, order: at * 1000 + (order++ % 1000) })
}

async function tell(thing) {
  await note(thing)
  await paint()
  await look(true)
}

// ── the network ──

async function send() {
  for (let things = await waiting(session); things.length; things = await waiting(session)) {
    const entries = things.slice(0, AT_ONCE)
    const answer = await fetch(`${home}/gui`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ csrf: door.dataset.csrf, entries }),
      signal: patience(),
    })
    if (answer.status === 404 || answer.status === 403) return close()
    if (!answer.ok) throw new Error('not taken')
    const { taken } = await answer.json()
    // the server names what is taken back by its own mark
    const known = new Set(taken.map((mark) => mark.replace(/^undo /, 'undo-')))
    const sent = entries.filter((one) => known.has(one.mark))
    await drop(sent.map((one) => one.mark))
    if (!sent.length) throw new Error('not understood')
  }
}

async function fetchList() {
  const answer = await fetch(home, { signal: patience() })
  if (answer.status === 404) return close()
  if (!answer.ok) throw new Error('no list')
  const { sheet, script } = door.dataset
  const assets = [sheet, script, script.replace(/door\.js$/, 'kept.js')]
  const copy = answer.clone()
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = Number(fresh.getElementById('door').dataset.now)
  localStorage.setItem('diem-danh-lech', now - Date.now())
  const open = by('seatless')?.open
  for (const id of ['figures', 'rows']) swap(by(id), fresh.getElementById(id))
  if (open && by('seatless')) by('seatless').open = true
  search()
  if (touched) by(touched)?.scrollIntoView({ block: 'nearest' })
  touched = ''
  looked = Date.now()
  await shelve(copy, assets)
}

// Nobody who is about to press a button has it taken away under the finger.
function swap(old, fresh) {
  const held = old.contains(document.activeElement) && document.activeElement
  const row = held && held.closest('.row[data-seat]')?.id
  old.replaceWith(fresh)
  if (row) by(row)?.querySelector('button, a')?.focus()
}

// By the server's clock, as far as the device has heard it: its own may be wrong by hours.
function isOver() {
  const ahead = localStorage.getItem('diem-danh-lech')
  return ahead !== null && Date.now() + Number(ahead) > Number(door.dataset.until)
}

// The device may check in no more: the list goes; what is not sent stays for the next key.
async function close() {
  ended = true
  await forget()
  for (const id of ['rows', 'figures', 'ask', 'search', 'new']) by(id).remove()
  banner((await waiting(session)).length)
}

// Sends what waits, then looks whether others changed something; one at a time.
function look(now = false) {
  busy ??= (async () => {
    try {
      if (!ended && isOver()) await close()
      const had = (await waiting(session)).length
      if (!ended && had) await send()
      if (!ended && (had || now || !online || Date.now() - looked > LATER)) await fetchList()
      online = true
    } catch {
      online = false
    } finally {
      busy = null
    }
    if (!ended) await paint()
  })()
  return busy
}

// ── what the clerk does ──

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!keeps || !form.classList.contains('tell')) return
  event.preventDefault()
  const button = event.submitter
  const said = Object.fromEntries(new FormData(form))
  const { seat, name, hamlet, category, about } = said
  note({ what: button.value, seat, name, hamlet, category, about }).then(
    () => told(form),
    () => {
      keeps = false // no room on the device: the form goes by itself, while there is a network
      form.requestSubmit(button)
    },
  )
})

async function told(form) {
  touched = form.closest('.row[data-seat]')?.id
  form.reset()
  if (form.closest('#ask')) leaveQuestion()
  await paint()
  await look(true)
}

by('leave').addEventListener('submit', async (event) => {
  if (!keeps) return
  event.preventDefault()
  const many = (await waiting(session)).length
  if (many && !ended) {
    by('net').hidden = false
    by('net').textContent = door.dataset.signOutFirst.replace('#', many)
    return
  }
  await forget()
  by('leave').submit()
})

by('search').addEventListener('submit', (event) => event.preventDefault())
by('tim').addEventListener('input', search)

document.addEventListener('click', (event) => {
  const link = event.target.closest('a.instead, #ask-back')
  if (!link) return
  event.preventDefault()
  if (link.id === 'ask-back') leaveQuestion()
  else question(link.closest('.row'))
})

// ── one household ──

function question(row) {
  const { name, place, group, seat, what } = row.dataset
  by('ask-name').textContent = name
  by('ask-place').textContent = place
  by('ask-group').textContent = group
  by('ask-state').textContent = row.querySelector('.note, .state').textContent
  const open = what && !row.classList.contains('waiting')
  for (const form of by('ask').querySelectorAll('form')) {
    form.hidden = !open
    form.elements.seat.value = seat
    form.querySelector('button').value = what
  }
  by('ask').querySelector('.go').textContent =
    what === 'walked-in' ? door.dataset.walkIn : door.dataset.came
  by('ask').hidden = false
  by('ask').scrollIntoView()
  by('ask-name').focus()
}

function leaveQuestion() {
  by('ask').hidden = true
  by('unknown').hidden = true
  history.replaceState(null, '', home)
}

// A code opened without a network: the list on the device knows its mark, not the code.
async function codeInAddress() {
  if (!location.pathname.startsWith('/m/') || !by('ask').hidden) return
  const signs = decodeURIComponent(location.pathname.slice(3)).toUpperCase().replace(/[^A-Z0-9]/g, '')
  const code = `${signs.slice(0, -8)}-${signs.slice(-8, -4)}-${signs.slice(-4)}`
  const bytes = new TextEncoder().encode(`${door.dataset.salt}:${code}`)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const mark = [...hash.slice(0, 3)].map((one) => one.toString(16).padStart(2, '0')).join('')
  const row = door.dataset.salt && document.querySelector(`.row[data-mark="${mark}"]`)
  if (row) question(row)
  else by('unknown').hidden = false
}

function askedInAddress() {
  const seat = new URLSearchParams(location.search).get('hoi')
  if (seat && by('ask').hidden && by(`s${Number(seat)}`)) question(by(`s${Number(seat)}`))
}

// ── begin ──

document.documentElement.classList.add('js')
if (!by('ask').hidden) by('ask-name').focus()
askedInAddress()
// Only a safe address lets a browser keep things. Without that the page works while there is a network.
if (window.isSecureContext && navigator.serviceWorker) await begin().catch(() => {})

async function begin() {
  await paint()
  keeps = true
  await watch().catch(() => {})
  await codeInAddress()
  await look(true)
  setInterval(() => document.hidden || look(), SOON)
  window.addEventListener('online', () => look(true))
  window.addEventListener('offline', () => look(true))
}
