// Keeps the list at the door for the time without a network. The network comes first, always:
// what is kept is shown only where it does not answer. Everything kept lies on one shelf, which
// the page fills and clears; there is one shelf for /checkin/ and for /m/, where codes lead.
const SHELF = 'diem-danh'
const KEPT = '/checkin/giu' // where the newest list lies
const PATIENCE = 4000 // ms; a network that is slower than that is none

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/checkin/tep/')) event.respondWith(asset(event.request))
  else if (event.request.mode === 'navigate') event.respondWith(page(event.request))
})

async function asset(request) {
  return (await (await caches.open(SHELF)).match(request)) ?? fetch(request)
}

async function page(request) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  const kept = await (await caches.open(SHELF)).match(KEPT)
  try {
    const answer = await fetch(request, kept ? { signal: patience.signal } : {})
    return answer.status < 500 ? answer : (kept ?? answer)
  } catch (trouble) {
    if (kept) return kept
    throw trouble
  } finally {
    clearTimeout(timer)
  }
}
