// The live part of the chat. Without it the page works as plain forms.

const $ = (id) => document.getElementById(id);
const page = $("page");
const { base, csrf } = page.dataset;
const words = JSON.parse(page.dataset.words);
const log = $("log");
const pending = $("pending");
const composer = $("viet");
const box = composer.elements.text;
const replyTo = composer.elements.reply_to;
const file = composer.elements.file;
const title = document.title;
let seq = Number(page.dataset.seq);

// --- what stays on this phone until the server has it ------------------------------------------

const store = {
  get(name, other) {
    try {
      return JSON.parse(localStorage.getItem(`ln${base}:${name}`)) ?? other;
    } catch {
      return other;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`ln${base}:${name}`, JSON.stringify(value));
    } catch {
      // No room, or not allowed: the page goes on without a memory.
    }
  },
};

// --- messages on the page ----------------------------------------------------------------------

const number = (row) => Number(row.id.slice(1));
const rows = () => log.getElementsByClassName("msg");
const away = () => Math.abs(page.scrollTop) > 120;

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html; // written by our own server, which escapes what people wrote
  return template.content.firstElementChild;
}

function toEnd() {
  page.scrollTop = page.scrollHeight; // where it turns round (column-reverse), this is cut to 0
  $("below").hidden = true;
}

function mark(row) {
  const card = $(`m${row.dataset.card}`);
  if (!card || Number(card.dataset.seq) > Number(row.dataset.seq)) return;
  const pressed = [...card.querySelectorAll("button.choice")].find(
    (one) => one.value === row.dataset.press
  );
  if (pressed) choose(pressed);
}

function choose(button) {
  if (button.classList.contains("chosen")) return;
  button.classList.add("chosen");
  const note = document.createElement("span");
  note.className = "sr";
  note.textContent = ` (${words.chosen})`;
  button.append(note);
}

// Puts one message where it belongs; true if it is new here.
function place({ id, html }) {
  const row = parse(html);
  const old = $(row.id);
  if (old) {
    const focused = old.contains(document.activeElement) && document.activeElement.value;
    old.replaceWith(row);
    if (focused) [...row.querySelectorAll("button")].find((one) => one.value === focused)?.focus();
    return false;
  }
  const all = [...rows()].filter((one) => one.id);
  if (all.length && $("older") && id < number(all[0])) return false;
  const next = all.find((one) => number(one) > id);
  log.insertBefore(row, next || pending);
  pending.querySelector(`[data-nonce="${row.dataset.nonce}"]`)?.remove();
  if (row.dataset.press) mark(row);
  $("begin")?.remove();
  return true;
}

// Changes the page and keeps what the reader looks at where it is.
function steady(change) {
  const seen = [...rows()].find((row) => row.getBoundingClientRect().bottom > 0);
  const before = seen?.getBoundingClientRect().top;
  const result = change();
  if (seen?.isConnected) page.scrollTop += seen.getBoundingClientRect().top - before;
  return result;
}

let unseen = 0;

function forget(seq) {
  for (const row of [...rows()]) if (Number(row.dataset.seq) < seq) row.remove();
  if ($("older")) $("older").parentElement.remove();
}

function arrive(message) {
  if (message.gone) return forget(message.gone);
  const reading = away();
  if (!(reading ? steady(() => place(message)) : place(message))) return;
  const row = $(`m${message.id}`);
  if (!row.classList.contains("mine")) {
    if (document.hidden) document.title = `(${++unseen}) ${title}`;
    if (reading) $("below").hidden = false;
  }
  if (!reading) show(row);
}

// A long answer is read from its beginning.
function show(row) {
  toEnd();
  const room = composer.getBoundingClientRect().top;
  const { top } = row.getBoundingClientRect();
  const head = document.querySelector("header").getBoundingClientRect().bottom;
  if (!row.classList.contains("mine") && top < head && room > head) {
    page.scrollTop += top - head - 8;
  }
}

// --- sending: shown at once, kept until the server has it, tried again under the same number ---

let queue = store.get("queue", []).filter(
  (item) => !log.querySelector(`[data-nonce="${item.nonce}"]`)
);
let sending = false;
let tries = 0;
let retry;

function nonce() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function say(fields, label, enclosed) {
  const item = { nonce: nonce(), fields, label, enclosed };
  queue.push(item);
  remember();
  showPending(item);
  toEnd();
  flush();
}

function showPending(item) {
  const row = $("own").content.firstElementChild.cloneNode(true);
  row.dataset.nonce = item.nonce;
  row.querySelector(".text").textContent = [item.label, item.enclosed?.name].filter(Boolean).join("\n");
  pending.append(row);
}

function state(text) {
  for (const one of pending.querySelectorAll(".state")) one.textContent = text;
}

// A file stays in this page alone: a browser keeps none for later.
function remember() {
  store.set(
    "queue",
    queue.filter((item) => !item.enclosed)
  );
}

function form(item) {
  const fields = { csrf, nonce: item.nonce, ...item.fields };
  if (!item.enclosed) return new URLSearchParams(fields);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", item.enclosed);
  return body;
}

async function post(item) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), item.enclosed ? 180000 : 20000);
  try {
    return await fetch(`${base}/gui`, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: form(item),
      signal: limit.signal,
    });
  } finally {
    clearTimeout(timer);
  }
}

async function flush() {
  if (sending) return;
  sending = true;
  clearTimeout(retry);
  while (queue.length && (await sendOne(queue[0])));
  sending = false;
}

// True if the next one may follow.
async function sendOne(item) {
  let response;
  try {
    response = await post(item);
  } catch {
    return later();
  }
  // A wifi login page answers 200: only our own "nothing to add" counts.
  if (response.status === 204) {
    done(item);
    return true;
  }
  let answer = await response.json().catch(() => null);
  // A proxy that takes less than we do answers in its own words.
  if (response.status === 413) answer ??= { words: words.file_too_large };
  if (!answer || response.status === 429 || response.status >= 500) {
    if (answer) notice(answer.words);
    return later(Number(response.headers.get("Retry-After")) * 1000);
  }
  refused(item, response.status, answer);
  return response.status !== 403;
}

function later(wait) {
  state(words.stuck);
  tries += 1;
  retry = setTimeout(flush, wait || Math.min(30000, 1000 * 2 ** tries));
  return false;
}

function done(item) {
  tries = 0;
  drop(item);
  notice("");
  state(words.sending);
  $("start")?.closest("section").remove();
  composer.hidden = false;
  setTimeout(() => {
    if (pending.querySelector(`[data-nonce="${item.nonce}"]`)) catchUp();
  }, 2000);
}

function drop(item) {
  queue = queue.filter((one) => one !== item);
  remember();
}

// The words go back into the box; a page that is too old is opened anew.
function refused(item, status, answer) {
  drop(item);
  pending.querySelector(`[data-nonce="${item.nonce}"]`)?.remove();
  if (item.fields.text && item.fields.text === item.label) {
    box.value = [item.fields.text, box.value].filter(Boolean).join("\n");
    grown();
  }
  notice(answer.words);
  const fresh = Date.now() - store.get("opened", 0) > 60000;
  if (status === 403 && fresh) {
    store.set("opened", Date.now());
    location.replace(base || "/");
  }
}

function notice(text) {
  if ($("notice").textContent !== text) $("notice").textContent = text;
}

// --- the line to the server --------------------------------------------------------------------

let source;
let beat = Date.now();
let wait = 1000;
let lost;
let reopen;
let polling;

function open() {
  close();
  beat = Date.now();
  source = new EventSource(`${base}/su-kien?tu=${seq}`);
  source.onopen = held;
  source.addEventListener("nhip", held);
  source.addEventListener("hoi", ask);
  source.onmessage = (event) => {
    held();
    seq = Math.max(seq, Number(event.lastEventId));
    arrive(JSON.parse(event.data));
  };
  source.onerror = broken;
}

function close() {
  clearTimeout(reopen);
  source?.close();
  source = undefined;
}

// The server has no line to spare: it has told what is new, and says when to ask again.
function ask(event) {
  held();
  close();
  reopen = setTimeout(open, event.data * 1000 * (0.8 + Math.random() * 0.4));
}

function held() {
  beat = Date.now();
  wait = 1000;
  clearTimeout(lost);
  lost = undefined;
  if (!$("line").hidden && !$("line").classList.contains("good")) {
    line(words.online, true);
    setTimeout(() => line(""), 2500);
  }
  if (queue.length) flush();
}

function broken() {
  close();
  if (!lost) lost = setTimeout(() => line(words.offline), 1500);
  reopen = setTimeout(open, wait + Math.random() * 500);
  wait = Math.min(15000, wait * 2);
}

function line(text, good = false) {
  if (!text && !$("line").classList.contains("good")) return;
  $("line").textContent = text;
  $("line").classList.toggle("good", good);
  $("line").hidden = !text;
}

async function catchUp() {
  try {
    const response = await fetch(`${base}/tin?tu=${seq}`, {
      headers: { Accept: "application/json" },
    });
    const { messages, seq: last, more } = await response.json();
    for (const message of messages) arrive(message);
    seq = Math.max(seq, last);
    if (more) await catchUp();
  } catch {
    // The next look will tell.
  }
}

// A browser gives a site six lines in all, and somebody may have ten chats open: a page that
// nobody sees gives its line back and only asks now and then.
function watched() {
  clearTimeout(polling);
  if (document.hidden) {
    polling = setTimeout(() => {
      close();
      polling = setInterval(catchUp, 15000);
    }, 1500);
  } else {
    unseen = 0;
    document.title = title;
    if (!source) open();
  }
}

document.addEventListener("visibilitychange", watched);
window.addEventListener("online", () => {
  wait = 1000;
  open();
  flush();
});
window.addEventListener("offline", broken);
window.addEventListener("pageshow", (event) => event.persisted && open());
window.addEventListener("pagehide", () => {
  close();
  const unsent = queue.filter((item) => item.enclosed && item.label);
  if (unsent.length) store.set("draft", [...unsent.map((item) => item.label), box.value].join("\n"));
});
setInterval(() => {
  if (source && Date.now() - beat > 40000) broken();
}, 10000);

// --- the box -----------------------------------------------------------------------------------

function grown() {
  store.set("draft", box.value);
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 4}px`;
}

function answering(id, text) {
  replyTo.value = id;
  $("quoted").textContent = text;
  $("answering").hidden = !id;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  const enclosed = file.files[0];
  if (!text && !enclosed) return box.focus();
  if (text.length > 8000) return notice(words.too_long);
  notice("");
  say({ text, reply_to: replyTo.value }, text, enclosed);
  box.value = "";
  file.value = "";
  picked();
  answering("", "");
  grown();
  box.focus();
});

const desk = matchMedia("(hover: hover) and (pointer: fine)");
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  if (!desk.matches && !event.ctrlKey) return;
  event.preventDefault();
  composer.requestSubmit();
});
box.addEventListener("input", grown);

// --- a file ------------------------------------------------------------------------------------

function unfit(one) {
  if (one.size > Number(file.dataset.most)) return words.file_too_large;
  if (!one.size) return words.file_empty;
  const end = one.name.toLowerCase().match(/\.[^.]*$/)?.[0];
  return file.accept.split(",").includes(end) ? "" : words.file_kind;
}

// Says at once what the server would say later; the words stay in the box.
function picked() {
  const one = file.files[0];
  const why = one ? unfit(one) : "";
  if (one) notice(why);
  if (why) file.value = "";
  $("picked").textContent = why ? "" : (one?.name ?? "");
  $("enclosed").hidden = !file.files.length;
}

file.addEventListener("change", picked);
$("drop").addEventListener("click", () => {
  file.value = "";
  picked();
  file.focus();
});

// --- buttons -----------------------------------------------------------------------------------

let last = {};

// A second tap on the same button within a moment is the same tap.
function again(key) {
  const now = Date.now();
  const same = last.key === key && now - last.at < 900;
  last = { key, at: now };
  return same || queue.some((item) => JSON.stringify(item.fields) === key);
}

function pressed(button) {
  const form = button.form;
  const fields = { [button.name]: button.value };
  if (form.elements.message) fields.message = form.elements.message.value;
  const key = JSON.stringify(fields);
  if (again(key)) return;
  const label = button.firstChild.textContent.trim();
  if (button.name === "press") choose(button);
  $("help").open = false;
  say(fields, label);
}

async function older(link) {
  const response = await fetch(`${base}/tin${new URL(link.href).search}`, {
    headers: { Accept: "application/json" },
  });
  const { messages, more } = await response.json();
  const first = rows()[0];
  steady(() => {
    for (const { html } of messages) log.insertBefore(parse(html), first);
    for (const row of log.querySelectorAll("[data-press]")) mark(row);
    if (more) link.search = `?truoc=${messages[0].id}`;
    else link.parentElement.remove();
  });
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target.closest("button, a");
  if (!event.target.closest("#help")) $("help").open = false;
  if (!target) return;
  if (target.closest(".choices, .say") && target.type === "submit") {
    event.preventDefault();
    pressed(target);
  } else if (target.className === "reply") {
    event.preventDefault();
    const row = target.closest(".msg");
    const said = row.querySelector(".text").textContent.trim() || row.querySelector(".name")?.textContent;
    answering(row.id.slice(1), said.slice(0, 90));
    box.focus();
  } else if (target.id === "cancel") {
    event.preventDefault();
    answering("", "");
    box.focus();
  } else if (target.id === "older") {
    event.preventDefault();
    older(target).catch(() => line(words.offline));
  } else if (target.id === "below") {
    toEnd();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && $("help").open) {
    $("help").open = false;
    $("help").firstElementChild.focus();
  }
});
page.addEventListener("scroll", () => away() || ($("below").hidden = true), { passive: true });

// --- begin -------------------------------------------------------------------------------------

if (!box.value) box.value = store.get("draft", "");
picked();
if (box.value) grown();
for (const item of queue) showPending(item);
if (!document.hidden) open();
else watched();
flush();

// The code of a sign-in link is used by who looks at the page, not by a preview of it.
function enter() {
  const button = $("start")?.querySelector("button");
  if (button && !queue.some((item) => item.fields.start)) pressed(button);
  if (button) history.replaceState(null, "", base || "/");
}
if (document.prerendering) document.addEventListener("prerenderingchange", enter, { once: true });
else enter();
