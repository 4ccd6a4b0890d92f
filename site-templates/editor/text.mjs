// The Markdown of a record: a plain text box with a few buttons. What a button or a paste puts in is one step of undo.
import { post } from "./api.mjs";
import { button, element, put } from "./dom.mjs";
import { words } from "./words.mjs";

/** Pastes wait this long for the server; then the plain text goes in. */
const patience = 1000;

const insert = (area, text) => {
  area.focus();
  // The one way to put text in that the box's own undo knows of.
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
};

/** Puts signs around what is selected, and selects it again. */
const wrap = (area, before, after, sample) => {
  const start = area.selectionStart;
  const chosen = area.value.slice(start, area.selectionEnd) || sample;
  insert(area, `${before}${chosen}${after}`);
  area.setSelectionRange(start + before.length, start + before.length + chosen.length);
};

/** Puts a sign before each line that is selected. */
const begin = (area, sign) => {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = area.value.indexOf("\n", area.selectionEnd);
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
  insert(area, area.value.slice(start, area.selectionEnd).split("\n").map((line) => sign + line).join("\n"));
};

const tools = (area) => {
  const table = "\n| A | B |\n|---|---|\n|  |  |\n";
  const made = [
    [words.heading, () => begin(area, "## ")],
    [words.bold, () => wrap(area, "**", "**", words.linkText)],
    [words.italic, () => wrap(area, "*", "*", words.linkText)],
    [words.list, () => begin(area, "- ")],
    [words.link, () => wrap(area, "[", "](https://)", words.linkText)],
    [words.table, () => insert(area, table)],
  ];
  return element("div", { class: "tools", role: "group", "aria-label": words.tools }, made.map(([text, act]) => button(text, act)));
};

/** The text box. `text` is what it shows, `base` what the file has. */
export const textEditor = ({ text, base, id, label, help, context }) => {
  const area = element("textarea", { id, rows: "24", spellcheck: "false", "aria-describedby": `${id}-help ${id}-problems` });
  area.value = base;
  let untouched = area.value;
  let sent = untouched;
  area.value = text;
  const problems = element("div", { class: "problems", id: `${id}-problems` });
  area.addEventListener("input", context.changed);
  area.addEventListener("change", context.left);
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const plain = event.clipboardData.getData("text/plain");
    if (!html) return;
    event.preventDefault();
    paste(area, html, plain, context);
  });
  const box = element(
    "div",
    { class: "field text" },
    element("label", { for: id }, label),
    tools(area),
    area,
    element("p", { class: "help", id: `${id}-help` }, help),
    problems,
  );
  return {
    element: box,
    area,
    /** Nil as long as it is the file's own. */
    value: () => (area.value === untouched ? null : area.value),
    markSent: () => (sent = area.value),
    rebase: () => (untouched = sent),
    showProblems: (found) => put(problems, found),
    goTo: (line) => {
      const lines = area.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
      area.focus();
      area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
      area.scrollTop = Math.max(0, (area.scrollHeight * (line - 4)) / Math.max(1, lines.length));
    },
  };
};

const paste = async (area, html, plain, context) => {
  const place = [area.selectionStart, area.selectionEnd];
  let text = plain;
  let left = [];
  try {
    const answer = await post("paste", { html }, { signal: AbortSignal.timeout(patience) });
    text = answer.markdown;
    left = answer.dropped ?? [];
  } catch {
    // The plain text goes in.
  }
  area.setSelectionRange(...place);
  insert(area, text);
  context.say(left.length ? words.pastedWithout(left.join(", ")) : words.pasted);
};
