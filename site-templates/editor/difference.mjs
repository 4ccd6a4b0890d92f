// Lines that a save changes, with a few lines around them.
import { element } from "./dom.mjs";
import { words } from "./words.mjs";

const signs = { added: "+", removed: "−", same: " " };

/** A table of lines: `[{kind, text}]`; a line of the kind `gap` stands for those left out. */
export const differenceTable = (lines) => {
  if (!lines?.length) return element("p", {}, words.noChange);
  const rows = lines.map(({ kind, text }) =>
    kind === "gap" ? element("tr", { class: "gap" }, element("td", { colspan: "2" }, "⋯")) : element(
      "tr",
      { class: kind },
      element("td", { class: "sign" }, signs[kind]),
      element("td", {}, text),
    ),
  );
  return element(
    "div",
    { class: "difference", tabindex: "0", role: "group", "aria-label": words.willChange },
    element("table", {}, element("tbody", {}, rows)),
  );
};
