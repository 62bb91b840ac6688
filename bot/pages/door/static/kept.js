// What the device keeps: things that are not sent yet (IndexedDB), and the list itself (a cache).

const SHELF = 'diem-danh'
const KEPT = '/checkin/giu'

let opened

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('diem-danh', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('waiting', { keyPath: 'mark' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

function done(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function store(mode) {
  return (await database()).transaction('waiting', mode).objectStore('waiting')
}

// Returns when it is on disk, so that a closed page loses nothing.
export async function keep(thing) {
  const into = await store('readwrite')
  into.put(thing)
  await new Promise((resolve, reject) => {
    into.transaction.oncomplete = resolve
    into.transaction.onabort = () => reject(into.transaction.error)
  })
}

export async function drop(marks) {
  const from = await store('readwrite')
  await Promise.all(marks.map((mark) => done(from.delete(mark))))
}

// What one session still has to send, in the order in which it happened here.
export async function waiting(session) {
  const all = await done((await store('readonly')).getAll())
  return all.filter((one) => one.session === session).sort((a, b) => a.order - b.order)
}

// ── the list ──

// Puts the newest list, and what it needs to be shown, where the service worker looks.
export async function shelve(answer, assets) {
  const shelf = await caches.open(SHELF)
  await Promise.all(
    assets.map(async (url) => (await shelf.match(url)) ?? shelf.add(url)),
  )
  await shelf.put(KEPT, answer)
}

export async function watch() {
  for (const scope of ['/checkin/', '/m/']) {
    await navigator.serviceWorker.register(`${scope}sw.js`, { scope })
  }
}

// Nothing of the list stays on the device. What is not sent yet does: only sending ends that.
export async function forget() {
  await caches.delete(SHELF)
  const workers = await navigator.serviceWorker.getRegistrations()
  const ours = workers.filter((one) => /\/(checkin|m)\/$/.test(one.scope))
  await Promise.all(ours.map((one) => one.unregister()))
}
