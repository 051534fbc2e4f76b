"use strict";
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-all]")) {
    document.querySelectorAll("input[name=item]").forEach((box) => { box.checked = event.target.checked; });
  }
});
