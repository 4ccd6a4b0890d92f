// What all scripts of pages share: short names for the document's functions, the choice in the address, days in words, and the
// state of a document on a day, from the columns that the site builder wrote (hieu-luc/cot).
"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const made = (tag, properties) => Object.assign(document.createElement(tag), properties);
/** Puts a choice into the address, so that Back and a shared link show the same: `pushState` for a step of its own. */
const keepAddress = (asked, method = "replaceState") => {
    // Some browsers let pages from disk keep their address only.
    try { history[method](null, "", location.pathname + (`${asked}` && `?${asked}`) + location.hash); } catch {}
};
/** Calls a function of a script that is loaded when it is first asked for. */
const withScript = (src, name, ...values) => {
    const use = () => globalThis[name](...values);
    if (globalThis[name]) use(); else document.head.append(made("script", { src, onload: use }));
};
/** Small letters without marks, one for one, so that places in them are places in the text. */
const bare = text => text.normalize("NFC").toLowerCase()
    .replace(/[À-ỹ]/g, letter => letter === "đ" ? "d" : letter.normalize("NFD")[0]);
/** A day (`yyyy-mm-dd`) in the words of the interface's language. */
const dayWords = day => {
    const isEnglish = document.documentElement.lang === "en";
    return new Date(day).toLocaleDateString(isEnglish ? "en-GB" : "vi",
        { day: "numeric", month: isEnglish ? "short" : "numeric", year: "numeric", timeZone: "UTC" });
};
/**
 * Its index among the states; -1 before the document was issued.
 * @param {string} spans the document's stretches: for each the day it begins on, as `yyyymmdd`, and the letter of its state
 * @param {number} date `yyyymmdd`
 */
const stateOn = (spans, date) => {
    let found = -1;
    for (const [, from, letter] of spans.matchAll(/(\d+)([a-z])/g)) if (from <= date) found = letter.charCodeAt() - 97;
    return found;
};
