// What is wrong with a record: beside its fields, and all of it in one list.
import { controlAt } from "./controls.mjs";
import { button, element, put } from "./dom.mjs";
import { words } from "./words.mjs";

const wordsOf = (item) => [
  element("strong", {}, `${words.severity(item.severity)} ${item.code}: `),
  item.message,
  item.hint ? element("span", { class: "hint" }, ` ${item.hint}`) : null,
];

/** One remark, with its suggestion as a button where it can be taken. */
const remark = (item, control) => {
  const made = element("p", { class: `problem ${item.severity}` }, wordsOf(item));
  made.dataset.severity = item.severity;
  const take = control?.setText;
  if (item.suggestion && take) made.append(" ", button(words.use(item.suggestion), () => take(item.suggestion, item.value)));
  return made;
};

/** Shows all remarks. `controls` are those of the top-level fields, `text` the text box. */
export const showProblems = (place, diagnostics, controls, text) => {
  const found = new Map();
  const ofText = [];
  for (const item of diagnostics) {
    const control = item.field ? controlAt(controls, item.field) : null;
    if (control?.showProblems) found.set(control, [...(found.get(control) ?? []), remark(item, control)]);
    else if (item.textLine && text) {
      const made = remark(item);
      made.prepend(button(words.line(item.textLine), () => text.goTo(item.textLine)), " ");
      ofText.push(made);
    }
    item.control = control;
  }
  const clear = (control) => {
    control.showProblems?.([]);
  };
  for (const control of place.marked ?? []) if (!found.has(control)) clear(control);
  for (const [control, remarks] of found) {
    control.showProblems(remarks);
    control.element.closest("details")?.setAttribute("open", "");
  }
  place.marked = [...found.keys()];
  text?.showProblems?.(ofText);
  const errors = diagnostics.filter((item) => item.severity === "error").length;
  const lines = diagnostics.map((item) => {
    const go = item.control ? () => item.control.focus() : item.textLine && text ? () => text.goTo(item.textLine) : null;
    const where = item.field ?? (item.textLine ? words.line(item.textLine) : item.file ?? (item.line ? words.line(item.line) : ""));
    return element(
      "li",
      { class: item.severity },
      where ? (go ? button(where, go) : element("code", {}, where)) : null,
      " ",
      wordsOf(item),
    );
  });
  const warnings = diagnostics.filter((item) => item.severity === "warning").length;
  const heading = `${words.problems}: ${words.errors(errors)}, ${words.warnings(warnings)}`;
  const isOpen = place.querySelector("details")?.open ?? errors > 0;
  put(
    place,
    diagnostics.length ? element(
      "details",
      { open: isOpen || errors > 0 },
      element("summary", {}, heading),
      element("ul", {}, lines),
    ) : null,
  );
};
