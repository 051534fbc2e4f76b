"use strict";
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-all]")) {
    document.querySelectorAll("input[name=item]").forEach((box) => { box.checked = event.target.checked; });
  }
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  source.select();
  if (navigator.clipboard) await navigator.clipboard.writeText(source.value);
  else document.execCommand("copy");
  button.textContent = button.dataset.done;
});
window.addEventListener("message", (event) => {
  const frame = document.querySelector("iframe.dashboard");
  const height = Number(event.data && event.data.height);
  if (frame && event.source === frame.contentWindow && height > 300 && height < 30000) frame.style.height = `${height + 4}px`;
});
