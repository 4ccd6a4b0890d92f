// A new record: from a number, from a Word file, or from nothing.
import { get, post, Refused } from "./api.mjs";
import { after, ask, button, element, freshID, isComposing, put } from "./dom.mjs";
import { words } from "./words.mjs";

const labelled = (text, control, help) => {
  const id = freshID("new");
  control.id = id;
  if (help) control.setAttribute("aria-describedby", `${id}-help`);
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, text),
    control,
    help ? element("p", { class: "help", id: `${id}-help` }, help) : null,
  );
};

const line = (attributes = {}) => element("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });

const select = (choices, chosen, empty = true) => element(
  "select",
  {},
  [...(empty ? [{ value: "", label: words.none }] : []), ...choices].map(({ value, label }) => element(
    "option",
    { value, selected: value === chosen },
    label,
  )),
);

const open = (path) => {
  location.hash = `#/ban-ghi/${encodeURIComponent(path)}`;
};

const linkTo = (path, text = path) => element("a", { href: `#/ban-ghi/${encodeURIComponent(path)}` }, text);

/** Asks for a record to be made; opens it, or says why it was not made. */
const make = async (wanted, say) => {
  try {
    open((await post("records", wanted)).path);
  } catch (error) {
    if (!(error instanceof Refused)) return say(words.serverGone);
    const { status, answer } = error;
    if (status === 409) {
      return say(
        words.exists,
        " ",
        linkTo(answer.path, words.openIt),
        wanted.number ? button(words.otherDocument, () => make({ ...wanted, isOther: true }, say)) : null,
      );
    }
    if (status !== 422) return say(words.refused(error));
    const list = element(
      "ul",
      {},
      (answer.diagnostics ?? []).map((item) => element("li", {}, `${item.code}: ${item.message} ${item.hint ?? ""}`)),
    );
    if (answer.never) return void ask(words.neverSaved, list, [{ text: words.close, value: "", strong: true }]);
    const choice = await ask(
      words.saveRefused,
      list,
      [{ text: words.cancel, value: "" }, { text: words.saveAnyway, value: "force", strong: true }],
    );
    if (choice === "force") make({ ...wanted, force: true }, say);
  }
};

const fromNumber = (setup) => {
  const number = line();
  const place = element("div", { "aria-live": "polite" });
  const say = (...parts) => put(
    place.querySelector(".answer") ?? place,
    element("p", { role: "alert" }, parts.flat().filter(Boolean)),
  );
  let latest = 0;
  let shownFor = null;
  const look = async () => {
    const typed = number.value.normalize("NFC").trim();
    if (typed === shownFor) return;
    const mine = (latest += 1);
    if (!typed) return put(place);
    try {
      const found = await get(`proposal?${new URLSearchParams({ q: typed })}`);
      if (mine !== latest) return;
      shownFor = typed;
      put(place, found.isNumber ? proposal(setup, typed, found, say) : element("p", {}, words.isNoNumber));
    } catch {
      put(place, element("p", { role: "alert" }, words.serverGone));
    }
  };
  number.addEventListener("input", after(250, look));
  number.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !isComposing(event)) look();
  });
  return element("section", {}, element("h2", {}, words.fromNumber), labelled(words.newNumber, number, words.newNumberHelp), place);
};

const labelOf = (setup, kind, key) => setup.kinds.find((one) => one.kind === kind).fields.find((field) => field.key === key).label;

const proposal = (setup, typed, found, say) => {
  const kinds = setup.kinds.filter(
    ({ kind }) => kind === "directive" || kind === "guidance",
  ).map(({ kind, label }) => ({ value: kind, label }));
  const label = (key) => labelOf(setup, "directive", key);
  const controls = {
    kind: select(kinds, found.kind, false),
    type: select(found.types, found.type ?? ""),
    issuer: select(found.issuers, found.issuer ?? ""),
    title: element("textarea", { rows: "2", spellcheck: "false" }),
    issued: line({ placeholder: "2014-08-18" }),
  };
  controls.issued.value = found.issued ?? "";
  const bearers = found.bearers.length ? element(
    "div",
    { class: "warning" },
    element("p", {}, words.bearers),
    element(
      "ul",
      {},
      found.bearers.map((one) => element("li", {}, linkTo(one.path, one.title), one.issued ? ` (${one.issued})` : "")),
    ),
  ) : null;
  const wanted = () => ({
    number: typed,
    ...Object.fromEntries(Object.entries(controls).map(([key, control]) => [key, control.value.normalize("NFC").trim() || null])),
  });
  return element(
    "div",
    {},
    element("p", {}, element("strong", {}, found.number)),
    bearers,
    labelled(words.kind, controls.kind),
    ["type", "issuer", "title", "issued"].map((key) => labelled(label(key), controls[key])),
    element("p", { class: "help" }, words.createPath(found.path)),
    button(words.create, () => make(wanted(), say), { class: "strong" }),
    element("div", { class: "answer" }),
  );
};

const fromFile = () => {
  const file = element("input", { type: "file", accept: ".docx,.odt,.doc,.rtf,.pdf,.html,.htm,.txt" });
  const place = element("div", { "aria-live": "polite" });
  const say = (...parts) => put(place, element("p", { role: "alert" }, parts.flat().filter(Boolean)));
  const additions = element("input", { type: "checkbox", checked: true });
  const read = async (chosen) => {
    put(place, element("p", {}, words.reading));
    try {
      const query = new URLSearchParams({ name: chosen.name.normalize("NFC"), additions: additions.checked ? "yes" : "no" });
      put(place, recognised(await post(`import?${query}`, chosen), say));
    } catch (error) {
      say(error instanceof Refused ? words.refused(error) : words.serverGone);
    }
  };
  file.addEventListener("change", () => file.files[0] && read(file.files[0]));
  const area = element(
    "section",
    { class: "drop" },
    element("h2", {}, words.fromWord),
    labelled(words.chooseFile, file, words.fromWordHelp),
    element("label", { class: "check" }, additions, " ", words.takeAdditions),
    place,
  );
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
  });
  return area;
};

const recognised = (answer, say) => {
  const fields = answer.fields.map(({ label, value, certainty }) => element(
    "tr",
    { class: certainty },
    element("th", { scope: "row" }, label),
    element("td", {}, value || "—"),
  ));
  const remarks = [
    ...answer.remarks,
    ...answer.additions,
    ...(answer.lost ? [`${words.lost(answer.lost, answer.words)} ${answer.lostWords.join(", ")}`] : []),
  ];
  return element(
    "div",
    {},
    element("table", { class: "recognised" }, element("caption", {}, words.recognised), element("tbody", {}, fields)),
    remarks.length ? element("ul", {}, remarks.map((text) => element("li", {}, text))) : null,
    answer.records.map(({ path, text }) => element(
      "details",
      {},
      element("summary", {}, words.createPath(path)),
      element("pre", { tabindex: "0" }, text),
    )),
    button(words.create, () => make({ imported: answer.imported }, say), { class: "strong" }),
  );
};

const fromNothing = (setup) => {
  const kind = select(setup.kinds.map(({ kind: value, label }) => ({ value, label })), "page", false);
  const form = select(
    setup.kinds.find((one) => one.kind === "finding").fields.find(({ key }) => key === "form").shape.choices,
    "review",
    false,
  );
  const title = line();
  const name = line({ pattern: "[a-z0-9][a-z0-9-]*" });
  const place = element("div", { "aria-live": "polite" });
  const say = (...parts) => put(place, element("p", { role: "alert" }, parts.flat().filter(Boolean)));
  const formField = labelled(labelOf(setup, "finding", "form"), form);
  const show = () => (formField.hidden = kind.value !== "finding");
  kind.addEventListener("change", show);
  show();
  const folded = (text) => text.normalize("NFD").replace(
    /[\u0300-\u036f]/g,
    "",
  ).replace(/đ/gi, "d").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  const wanted = () => ({
    kind: kind.value,
    title: title.value.normalize("NFC").trim(),
    name: name.value.trim() || folded(title.value),
    form: kind.value === "finding" ? form.value : null,
  });
  return element(
    "section",
    {},
    element("h2", {}, words.fromNothing),
    labelled(words.kind, kind),
    formField,
    labelled(words.name, title),
    labelled(words.fileName, name),
    button(words.create, () => make(wanted(), say), { class: "strong" }),
    place,
  );
};

export const showNew = async (place, setup) => {
  put(
    place,
    element("h1", {}, words.newRecord),
    element("div", { class: "ways" }, fromNumber(setup), fromFile(), fromNothing(setup)),
  );
};
