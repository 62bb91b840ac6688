// A recording is heard by one large press. Without this the browser's own player is there alone.

document.documentElement.classList.add("plays");

const ours = (one) => one.closest?.(".sound");

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".listen");
  if (!button) return;
  const audio = ours(button).querySelector("audio");
  if (!audio.paused) return audio.pause();
  audio.play().catch(() => {}); // why it cannot is told below
});

// Media events do not bubble: they are met on their way down.
function follow(event) {
  const sound = ours(event.target);
  if (!sound) return;
  const playing = !event.target.paused;
  sound.querySelector(".listen").setAttribute("aria-pressed", String(playing));
  if (!playing) return;
  for (const other of document.querySelectorAll(".sound audio")) if (other !== event.target) other.pause();
}

for (const what of ["play", "pause", "ended"]) document.addEventListener(what, follow, true);

// An older iPhone, or a file that is gone.
document.addEventListener(
  "error",
  (event) => {
    const sound = ours(event.target);
    if (!sound) return;
    sound.querySelector(".cannot").hidden = false;
    sound.querySelector(".listen").setAttribute("aria-pressed", "false");
  },
  true
);
