// Days in words, and the state of a document on a day, from the columns that the site builder wrote (hieu-luc/cot).
"use strict";
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
