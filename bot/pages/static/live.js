// The board follows what happens in the hall. Without this script the page asks again by itself.

const hall = document.getElementById("hall");
const stream = new EventSource(`${hall.dataset.stream}?tu=${hall.dataset.version}`);
let asking = false;
let again = false;

stream.onmessage = () => {
  // a thousand phones that are told at once do not ask at once
  const wait = matchMedia("(min-width: 60rem)").matches ? 0 : Math.random() * 1500;
  setTimeout(show, wait);
};

async function show() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // the network is away: the stream comes back by itself, and tells what was missed
  } finally {
    asking = false;
    if (again) {
      again = false;
      show();
    }
  }
}

function put(page) {
  const held = document.activeElement?.value;
  for (const part of ["header .count", "main"]) {
    const fresh = page.querySelector(part);
    const old = hall.querySelector(part);
    if (fresh && old) old.replaceWith(fresh);
  }
  if (held) hall.querySelector(`button[value="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}
