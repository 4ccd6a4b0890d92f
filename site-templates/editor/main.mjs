// Starts the editor: takes the key out of the address, learns the forms, and shows the screen that the address names.
import { get, Refused } from "./api.mjs";
import { put, element, button } from "./dom.mjs";
import { showList } from "./list.mjs";
import { showNew } from "./new.mjs";
import { showRecord } from "./record.mjs";
import { speak, words } from "./words.mjs";

/** What the server says of fields, languages and addresses, once for all screens. */
const setup = {};
/** Ends what a screen has running before the next one is shown. Gives false where the reader stays. */
let leave = async () => true;
let shownHash = "";

const takeKey = () => {
  const found = /^#key=([0-9a-f]{64})$/.exec(location.hash);
  if (!found) return;
  sessionStorage.setItem("tracuu-key", found[1]);
  history.replaceState(null, "", "/");
};

const frame = () => {
  const skip = element("a", { class: "skip", href: "#noi-dung" }, words.skip);
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main").focus();
  });
  const home = element("a", { href: "#/" }, words.allRecords);
  const add = element("a", { href: "#/moi", class: "action" }, words.newRecord);
  const bar = element(
    "header",
    { class: "bar" },
    element("strong", {}, setup.title),
    element("nav", { "aria-label": words.screens }, home, add),
  );
  put(document.body, skip, bar, element("main", { id: "noi-dung", tabindex: "-1" }));
};

const route = async () => {
  if (location.hash === shownHash) return;
  if (!(await leave())) {
    history.replaceState(null, "", shownHash || "#/");
    return;
  }
  shownHash = location.hash;
  const main = document.querySelector("main");
  const path = decodeURIComponent(location.hash.replace(/^#\/?/, ""));
  leave = async () => true;
  try {
    if (path.startsWith("ban-ghi/")) leave = (await showRecord(main, setup, path.slice(8))) ?? leave;
    else if (path === "moi") leave = (await showNew(main, setup)) ?? leave;
    else leave = (await showList(main, setup)) ?? leave;
  } catch (error) {
    fail(main, error);
  }
  document.title = `${main.querySelector("h1")?.textContent ?? words.editor} – ${setup.title}`;
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
};

const fail = (place, error) => {
  const again = button(words.tryAgain, () => location.reload());
  const isRefused = error instanceof Refused;
  const text = !isRefused ? words.serverGone : error.status === 401 ? words.noKey : words.refused(error);
  put(place, element("h1", {}, words.cannotShow), element("p", { role: "alert" }, text), again);
};

const start = async () => {
  takeKey();
  // The language is not known yet.
  put(document.body, element("main", {}, element("p", { role: "status" }, "Đang đọc… (reading)")));
  try {
    Object.assign(setup, await get("fields"));
  } catch (error) {
    put(document.body, element("main", {}));
    return fail(document.querySelector("main"), error);
  }
  speak(setup.language);
  document.documentElement.lang = setup.language;
  frame();
  addEventListener("hashchange", route);
  shownHash = null;
  await route();
};

start();
