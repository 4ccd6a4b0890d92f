// The screen of one record: its form, its text, the page beside it, and everything that keeps what is written from being lost.
import { encoded, get, post, putTo, Refused } from "./api.mjs";
import { askAboutConflict } from "./conflict.mjs";
import { differenceTable } from "./difference.mjs";
import { after, ask, button, element, freshID, isComposing, put } from "./dom.mjs";
import { draftKeeper, dropLocalDraft, localDraft } from "./drafts.mjs";
import { formOf } from "./form.mjs";
import { previewFrame } from "./preview.mjs";
import { showProblems } from "./problems.mjs";
import { timeOf, words } from "./words.mjs";

export const showRecord = async (place, setup, path, asText = false) => {
  let record = await get(`record/${encoded(path)}${asText ? "?as=text" : ""}`);
  const status = element("p", { role: "status", class: "status" });
  const banner = element("div", { class: "banner" });
  const problems = element("div", { class: "all-problems" });
  const formPlace = element("div", { class: "form" });
  const ending = new AbortController();
  let form;
  let isSaving = false;

  const say = (text) => put(status, text);
  const tell = (text, ...parts) => put(banner, element("p", { role: "alert" }, text), parts);
  const changes = () => {
    const found = form.changes();
    return found && { base: record.etag, ...found };
  };
  const body = () => ({ path, base: record.etag, ...(form.changes() ?? { edits: [], body: null }) });

  const drafts = draftKeeper(path, changes, say);
  const preview = previewFrame(setup, body);
  let latest = 0;
  const check = async () => {
    const mine = (latest += 1);
    try {
      const answer = await post("check", body());
      if (mine === latest) showProblems(problems, answer.diagnostics, form.controls, form.text);
    } catch {
      // The server is gone, which the drafts say.
    }
  };
  const left = after(50, check);
  const context = {
    changed: () => {
      drafts.touched();
      preview.update();
      put(saveState, words.unsaved);
    },
    left,
    say,
  };
  const saveState = element("span", { class: "save-state" });

  /** Builds the form anew, with changes that are not saved. */
  const build = (draft) => {
    form = formOf(setup, record, draft, context);
    put(formPlace, form.element);
    put(saveState, form.changes() ? words.unsaved : "");
    showProblems(problems, record.diagnostics, form.controls, form.text);
    if (draft) check();
    preview.show();
  };

  const reload = async () => {
    record = await get(`record/${encoded(path)}${asText ? "?as=text" : ""}`);
    build(null);
  };

  // Saving.

  const save = async (force = false) => {
    if (isSaving) return;
    const sent = form.changes();
    if (!sent) return say(words.nothingToSave);
    isSaving = true;
    drafts.stop();
    await drafts.settled();
    form.markSent();
    put(saveState, words.saving);
    try {
      const answer = await putTo(
        `record/${encoded(path)}`,
        { ...sent, base: record.etag, force },
        { headers: { "If-Match": `"${record.etag}"` } },
      );
      saved(answer);
    } catch (error) {
      put(saveState, words.unsaved);
      drafts.touched();
      // Whatever is asked now, another save may begin.
      isSaving = false;
      if (error instanceof Refused) await refused(error);
      else say(words.localKept);
    } finally {
      isSaving = false;
    }
  };

  const saved = (answer) => {
    const wasBroken = record.text !== undefined;
    record = answer.record;
    dropLocalDraft(path);
    say(words.saved(timeOf(Date.now())));
    put(banner, element("details", { class: "saved" }, element("summary", {}, words.changed), differenceTable(answer.diff)));
    // What was typed while the save was under way is newer than the answer and stays.
    if (wasBroken && record.text === undefined) build(null);
    else form.rebase(record);
    const rest = form.changes();
    put(saveState, rest ? words.unsaved : "");
    if (rest) drafts.touched();
    showProblems(problems, record.diagnostics, form.controls, form.text);
    undo.disabled = !record.canGoBack;
    preview.show();
  };

  const refused = async (error) => {
    const { status: code, answer } = error;
    if (code === 412) return answer?.theirs ? resolve(answer) : tell(words.changedOutside);
    if (code === 507) return tell(words.diskFull);
    if (code === 404) return tell(words.gone);
    if (code !== 422) return tell(words.refused(error));
    const list = element(
      "ul",
      {},
      (answer.diagnostics ?? []).map((item) => element("li", {}, `${item.code}: ${item.message} ${item.hint ?? ""}`)),
    );
    const parts = [element("p", {}, answer.message ?? words.saveRefusedText), list];
    if (answer.never) return ask(words.neverSaved, parts, [{ text: words.goOn, value: "" }]);
    const choice = await ask(
      words.saveRefused,
      parts,
      [{ text: words.goOn, value: "", strong: true }, { text: words.saveAnyway, value: "force" }],
    );
    check();
    if (choice === "force") setTimeout(() => save(true));
  };

  /** Both sides changed the record: asks which version to go on with. Nothing is saved here. */
  const resolve = async (answer) => {
    const choice = await askAboutConflict(answer);
    if (choice === "theirs") {
      record = answer.theirs;
      build(null);
      put(banner);
      await drafts.flush();
    } else if (choice === "merged") {
      record = answer.theirs;
      build(answer.merged);
      put(banner);
      drafts.touched();
    } else drafts.touched();
  };

  const compare = async () => {
    try {
      const answer = await post("check", body());
      await ask(words.willChange, differenceTable(answer.diff), [{ text: words.close, value: "", strong: true }]);
    } catch (error) {
      tell(error instanceof Refused ? words.refused(error) : words.serverGone);
    }
  };

  const discard = async () => {
    if (!form.changes()) return say(words.nothingToSave);
    const choice = await ask(
      words.discardSure,
      element("p", {}, words.discardText),
      [{ text: words.goOn, value: "", strong: true }, { text: words.discard, value: "yes" }],
    );
    if (choice !== "yes") return;
    drafts.stop();
    build(null);
    put(banner);
    await drafts.flush();
    say("");
  };

  const goBack = async () => {
    if (form.changes()) return say(words.unsaved);
    try {
      const answer = await post(`undo/${encoded(path)}`, {}, { headers: { "If-Match": `"${record.etag}"` } });
      record = answer.record;
      build(null);
      say(words.undone);
      put(banner, element("details", { class: "saved" }, element("summary", {}, words.changed), differenceTable(answer.diff)));
      undo.disabled = !record.canGoBack;
    } catch (error) {
      if (error instanceof Refused) await refused(error);
      else say(words.serverGone);
    }
  };

  const otherForm = async () => {
    if (form.changes()) return say(words.unsaved);
    await leave();
    put(place);
    leaveNow = await showRecord(place, setup, path, !asText);
  };

  // Changes from outside.

  const follow = async () => {
    while (!ending.signal.aborted) {
      try {
        const news = await get(`events?${new URLSearchParams({ path, etag: record.etag })}`, { signal: ending.signal });
        while (isSaving) await new Promise((go) => setTimeout(go, 50));
        if (ending.signal.aborted || news.etag === record.etag) continue;
        if (!news.etag) tell(words.gone);
        else if (!form.changes()) {
          await reload();
          tell(words.reloaded);
        } else tell(words.changedOutside, button(words.seeConflict, () => save()));
        if (news.etag !== record.etag) await waitForOther(news.etag);
      } catch {
        await new Promise((go) => setTimeout(go, 1000));
      }
    }
  };
  /** Waits until the record on the screen is another, or the file is another than the one that was noticed before. */
  const waitForOther = async (told) => {
    const before = record.etag;
    while (!ending.signal.aborted && record.etag === before) {
      const news = await get(`events?${new URLSearchParams({ path, etag: told })}`, { signal: ending.signal });
      if (news.etag !== told) return;
    }
  };

  // The screen.

  const undo = button(words.undo, goBack);
  undo.disabled = !record.canGoBack;
  const frame = element("div", { class: "beside" }, preview.element);
  const hiding = button(words.hidePreview, () => {
    frame.hidden = !frame.hidden;
    put(hiding, frame.hidden ? words.showPreview : words.hidePreview);
    hiding.setAttribute("aria-expanded", String(!frame.hidden));
  }, { "aria-expanded": "true" });
  const bar = element(
    "div",
    { class: "actions", role: "group", "aria-label": words.save },
    button(words.save, () => save(), { class: "strong", "aria-keyshortcuts": "Control+S" }),
    button(words.compare, compare),
    button(words.discard, discard),
    undo,
    button(asText ? words.asForm : words.wholeFile, otherForm),
    hiding,
    saveState,
    status,
  );
  const heading = element("h1", { id: freshID("title") }, [record.number, record.title].filter(Boolean).join(" · ") || path);
  const broken = record.text !== undefined && !asText ? element("p", { class: "warning" }, words.broken) : null;
  put(
    place,
    element(
      "div",
      { class: "record" },
      heading,
      element("p", { class: "path" }, element("code", {}, path)),
      bar,
      banner,
      broken,
      problems,
      element("div", { class: "halves" }, formPlace, frame),
    ),
  );

  const keys = (event) => {
    if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || event.altKey) return;
    event.preventDefault();
    // What is typed in the field that has the focus counts, too.
    save();
  };
  const unloading = (event) => {
    if (!drafts.isPending()) return;
    drafts.flush();
    event.preventDefault();
  };
  addEventListener("keydown", keys);
  addEventListener("beforeunload", unloading);

  // A draft is open again without being asked for.
  const local = localDraft(path);
  const draft = local && (!record.draft || local.at > record.draft.at) ? local : record.draft;
  const isForThis = draft && draft.base === record.etag && (draft.text !== undefined) === (record.text !== undefined);
  build(isForThis ? draft : null);
  if (isForThis) {
    put(
      banner,
      element("p", {}, words.draftRestored(timeOf(draft.at)), " "),
      button(words.compare, compare),
      button(words.discard, discard),
    );
    if (draft === local) drafts.touched();
  } else if (draft && draft.base !== record.etag) {
    const { at, ...sent } = draft;
    const open = async () => {
      try {
        await putTo(`record/${encoded(path)}`, sent, { headers: { "If-Match": `"${draft.base}"` } });
      } catch (error) {
        if (error instanceof Refused) await refused(error);
      }
    };
    tell(words.changedOutside, element("p", {}, words.draftRestored(timeOf(at))), button(words.seeConflict, open));
  }
  follow();

  const leave = async () => {
    if (drafts.isPending()) await drafts.flush();
    ending.abort();
    removeEventListener("keydown", keys);
    removeEventListener("beforeunload", unloading);
    return true;
  };
  let leaveNow = leave;
  return () => leaveNow();
};
