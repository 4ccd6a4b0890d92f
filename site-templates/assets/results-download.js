// Gives what a search found as a CSV file (RFC 4180), in the form of the files beside the lists: a mark of UTF-8 that spreadsheets
// know the letters by, the site's separator, and no cell that a spreadsheet takes for a formula. It is loaded when it is asked for.
"use strict";

tracuu.giveTable = (rows, separator, name) => {
  const cell = (value) => {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => `${row.map((value) => cell(value ?? "")).join(separator)}\r\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 9999);
};

// The documents of the list in force that a reader has chosen: pairs of a row's place and the code of its state on the day.
globalThis.tracuuDocuments = async ({ columns, separator, root }, found, valuesOf, states, day) => {
  const rows = await Promise.all(found.map(async ([place, code]) => {
    const [label, title, path, date, issuers] = await valuesOf(place);
    return [label, title, issuers, date, states[code][1], new URL(root + path, location).href];
  }));
  tracuu.giveTable([columns.split("|"), ...rows], separator, `hieu-luc-${day}.csv`);
};
