// The script of `tracuu serve`: reloads the page when it has changed, where the reader was, and shows what is wrong with the
// content over it. Never published.
(() => {
  "use strict";
  const { tag } = document.currentScript.dataset;
  const place = `tracuu-place:${location.pathname}`;
  /** Errors shown at once; the rest is counted. */
  const most = 20;
  let report = "";

  /** Goes back to where the reader was before the reload. */
  const restore = () => {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const [left, top] = kept.split(" ").map(Number);
    scrollTo({ left, top, behavior: "instant" });
  };

  const reload = () => {
    sessionStorage.setItem(place, `${scrollX} ${scrollY}`);
    location.reload();
  };

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  };

  const item = (error) => {
    const made = element("li");
    made.append(element("code", `${error.file}:${error.line}:${error.column}`));
    made.append(element("p", `${error.code}: ${error.message}`));
    if (error.hint) made.append(element("p", error.hint));
    return made;
  };

  const show = (state) => {
    document.querySelector("._tracuu-errors")?.remove();
    const errors = state.report?.diagnostics ?? [];
    if (!errors.length && !state.failure) return;
    const panel = element("section");
    panel.className = "_tracuu-errors";
    panel.setAttribute("role", "alert");
    const list = element("ol");
    if (state.failure) list.append(element("li", state.failure));
    for (const error of errors.slice(0, most)) list.append(item(error));
    if (errors.length > most) list.append(element("li", `+ ${errors.length - most}`));
    const close = element("button", state.words.close);
    close.type = "button";
    close.addEventListener("click", () => panel.remove());
    panel.append(element("h2", state.words.heading), close, list);
    document.body.append(panel);
  };

  const follow = async () => {
    for (;;) {
      try {
        const query = new URLSearchParams({ page: decodeURIComponent(location.pathname), tag, report });
        const response = await fetch(`/_tracuu/state?${query}`, { cache: "no-store" });
        const state = await response.json();
        if (state.tag !== tag) return reload();
        if (state.reportTag !== report) show(state);
        report = state.reportTag;
      } catch {
        // The server is gone, perhaps for a moment.
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };

  addEventListener("pageshow", restore);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelector("._tracuu-errors")?.remove();
  });
  follow();
})();
