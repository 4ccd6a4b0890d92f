// The search page: reads ?q=, answers as one types, keeps the address in step and says how many results there are.
//
// Index files come as classic scripts, over http and from a folder alike: where pages are opened from a folder,
// browsers refuse fetch, while a script tag works everywhere, also under the site's strict policy.
"use strict";

(function () {
  const PAGE_SIZE = 10;
  /** A file that has not come by then counts as missing, in milliseconds. */
  const PATIENCE = 20000;
  /** Shorter than this is not searched while typing. */
  const SHORTEST = 2;

  const area = document.getElementById("search");
  const form = document.getElementById("search-form");
  const box = document.getElementById("search-query");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  if (!form || !box || !results || !status) return;

  const siteRoot = (area ?? form).dataset.root ?? form.dataset.root ?? "../";
  const fallback = {
    language: "vi",
    count: "{n} kết quả",
    none: "Không tìm thấy văn bản nào cho “{query}”.",
    "none-hint": "Thử ít từ hơn, bỏ dấu, hoặc gõ số hiệu.",
    error: "Không đọc được chỉ mục tìm kiếm. Hãy tải lại trang; các mục Loại, Cơ quan, Chủ đề, Năm vẫn dùng được.",
    partial: "Thiếu một phần chỉ mục, kết quả có thể chưa đủ.",
    more: "Xem thêm",
    "status-in-force": "Còn hiệu lực",
    "status-in-force-source": "Còn hiệu lực (theo nguồn)",
    "status-not-yet": "Chưa có hiệu lực",
    "status-partly-expired": "Hết hiệu lực một phần",
    "status-expired": "Hết hiệu lực",
    "status-replaced": "Đã bị thay thế",
    "status-suspended": "Ngưng hiệu lực",
    "status-unverified": "Chưa xác minh",
  };
  const strings = { ...fallback, ...globalThis.tracuuStrings };
  const word = (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), strings[key] ?? "");
  const countOf = (number) => {
    const key = number === 1 && strings["count.one"] ? "count.one" : "count";
    return word(key, { n: number.toLocaleString(strings.language === "en" ? "en" : "de") });
  };

  // Loading

  const waiting = new Map();

  /** Every shard script calls this once. */
  globalThis.tracuuShard = (name, value) => waiting.get(name)?.(value);

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const end = (settle, value) => {
        clearTimeout(timer);
        waiting.delete(name);
        script.remove();
        settle(value);
      };
      const timer = setTimeout(() => end(reject, new Error(`late: ${name}`)), PATIENCE);
      waiting.set(name, (value) => end(resolve, value));
      // A script that ran without calling back is damaged.
      script.onload = () => waiting.has(name) && end(reject, new Error(`damaged: ${name}`));
      script.onerror = () => end(reject, new Error(`missing: ${name}`));
      script.src = `${siteRoot}search/${name.split("/").map(encodeURIComponent).join("/")}.js`;
      document.head.append(script);
    });
  }

  let opening = null;
  /** The engine; a failed start is tried again with the next query. */
  function engine() {
    opening ??= globalThis.tracuu.openSearch(load).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  // Showing

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function resultOf(hit) {
    const identity = [hit.typeName, hit.number, hit.date].filter(Boolean).join(" · ");
    const line = element("p", { class: "result-identity", lang: "vi" }, identity);
    if (hit.kind === "directive" || hit.kind === "guidance") {
      const known = strings[`status-${hit.status}`] ? hit.status : "unverified";
      if (identity) line.append(" · ");
      line.append(element("span", { class: `status status-${known.replace(/-source$/, "")}`, lang: strings.language }, word(`status-${known}`)));
    }
    const link = element("a", { href: siteRoot + hit.url, lang: "vi" }, hit.title || hit.number || hit.fileName);
    const item = element("li", {}, line, element("h2", { class: "result-title" }, link));
    if (hit.snippet.length > 0) {
      const pieces = hit.snippet.map((piece) => (piece.isMarked ? element("mark", {}, piece.text) : piece.text));
      item.append(element("p", { class: "result-snippet", lang: "vi" }, ...pieces));
    }
    return item;
  }

  function show(query, answer, shown) {
    const list = element("ol", {}, ...answer.hits.map(resultOf));
    const parts = [list];
    if (answer.hits.length < answer.total && answer.hits.length >= shown) {
      const more = element("button", { type: "button", class: "more" }, word("more"));
      more.addEventListener("click", async () => {
        const seen = answer.hits.length;
        await run({ shown: shown + PAGE_SIZE });
        results.querySelectorAll("ol > li a")[seen]?.focus();
      });
      parts.push(more);
    }
    results.replaceChildren(...(answer.hits.length > 0 ? parts : []));
    const found = answer.hits.length > 0 ? countOf(answer.total) : `${word("none", { query })} ${word("none-hint")}`;
    say(answer.missing > 0 ? `${found}. ${word("partial")}` : found);
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  // Running: a later query always wins, however late an earlier answer comes.

  let latest = 0;
  let unfinished = false;

  async function run({ shown = PAGE_SIZE } = {}) {
    const turn = ++latest;
    const query = box.value.trim();
    remember(query);
    if (query === "" || (unfinished && [...query].length < SHORTEST)) {
      results.replaceChildren();
      say("");
      return;
    }
    try {
      const open = await engine();
      if (turn !== latest) return;
      // A last word still being typed may go on; one followed by a space is whole.
      const answer = await open.search(query, { limit: shown, unfinished: unfinished && !/\s$/.test(box.value) });
      if (turn === latest) show(query, answer, shown);
    } catch {
      if (turn !== latest) return;
      results.replaceChildren();
      say(word("error"));
    }
  }

  function remember(query) {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    try {
      if (address.href !== location.href) history.replaceState(null, "", address);
    } catch {
      // Some browsers refuse from a folder, or when it happens too often; searching goes on.
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    unfinished = false;
    run();
  });
  box.addEventListener("input", (event) => {
    if (event.isComposing) return;
    unfinished = true;
    run();
  });
  box.addEventListener("compositionend", () => {
    unfinished = true;
    run();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  globalThis.addEventListener("popstate", start);

  function start() {
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    unfinished = false;
    run();
  }
  start();
})();
