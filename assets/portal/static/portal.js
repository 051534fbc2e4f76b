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
