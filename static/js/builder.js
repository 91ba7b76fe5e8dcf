// builder.js: of a question, shows only what its type takes. Without it everything stands there, and what the type does
// not take is not read.
(() => {
  "use strict";
  const type = document.getElementById("id_type"), parts = document.querySelectorAll("[data-for]");
  const show = () => parts.forEach((part) => { part.hidden = !part.dataset.for.split(" ").includes(type.value); });
  type.addEventListener("change", show);
  show();
})();
