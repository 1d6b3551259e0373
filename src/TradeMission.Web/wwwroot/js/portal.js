// Small comforts; every page works without them.

// A second press of the same button sends nothing while the first is under way. The server refuses a second record anyway. What is answered by a file leaves the page
// as it is, and may be asked for again.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || "again" in form.dataset) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "true";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

// Who signs out no longer uses this device; what waits on it stays, for him and nobody else (js/offline/store.js).
document.addEventListener("submit", event => {
  if (event.target.getAttribute("action") === "/account/sign-out") localStorage.removeItem("trademission.user");
});

// A select with data-submit sends its form as soon as it is changed.
document.addEventListener("change", event => {
  if (event.target.matches("select[data-submit]")) event.target.form.requestSubmit();
});

// "/" goes to the search box, unless somebody is writing.
document.addEventListener("keydown", event => {
  const box = document.getElementById("find");
  if (!box || event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  box.select();
  box.focus();
});

// Print buttons.
document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) print();
});

// On a phone long pages begin folded; without JavaScript, on wide screens and on paper everything is open.
const sectionOfHash = () => document.getElementById(location.hash.slice(1))?.querySelector("details[data-fold]");
if (matchMedia("(max-width: 767px)").matches) {
  document.querySelectorAll("details[data-fold]").forEach(details => { details.open = details === sectionOfHash(); });
}
addEventListener("hashchange", () => {
  const details = sectionOfHash();
  if (details) {
    details.open = true;
    details.scrollIntoView();
  }
});

// All sections are open on paper.
addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach(details => {
  details.open = true;
  details.dataset.opened = "true";
}));
addEventListener("afterprint", () => document.querySelectorAll("details[data-opened]").forEach(details => {
  details.open = false;
  delete details.dataset.opened;
}));
