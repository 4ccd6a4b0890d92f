// Shows what became of a record that was changed in two places: as it was opened, as it is on the screen, as it is in the file.
import { differenceTable } from "./difference.mjs";
import { ask, element, freshID } from "./dom.mjs";
import { words } from "./words.mjs";

const version = (title, text) => {
  const id = freshID("version");
  return element(
    "section",
    { "aria-labelledby": id },
    element("h3", { id }, title),
    element("pre", { tabindex: "0" }, text ?? "—"),
  );
};

/** Asks what to do; gives `merged`, `theirs` or `` for going on. */
export const askAboutConflict = (answer) => {
  const { base, mine, theirText, merged } = answer;
  const content = element(
    "div",
    { class: "conflict" },
    element("p", {}, words.conflictText),
    merged ? element(
      "div",
      {},
      merged.conflicts ? element("p", { class: "warning" }, words.conflictsLeft(merged.conflicts)) : null,
      differenceTable(merged.diff),
    ) : element("p", {}, words.notMergeable),
    element("div", { class: "versions" }, version(words.base, base), version(words.mine, mine), version(words.theirs, theirText)),
  );
  const actions = [
    merged ? { text: words.takeMerged, value: "merged", strong: true } : null,
    { text: words.takeTheirs, value: "theirs" },
    { text: words.goOn, value: "" },
  ].filter(Boolean);
  return ask(words.conflict, content, actions);
};
