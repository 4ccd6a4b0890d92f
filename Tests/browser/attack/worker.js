// Runs one attempt in a worker, shared worker or service worker: importScripts may name any origin.
"use strict";
importScripts("attempts.js");
const { attempt, target } = JSON.parse(decodeURIComponent(self.location.search.slice(1)));
callback();
const rounds = workerAttempts[attempt]() ?? 1;
for (let round = 0; round < rounds; round += 1) {
  // The same address twice is run twice, but for service workers.
  try {
    importScripts(`${target}?${round}`);
  } catch (error) {
    saw(String(error), error?.stack);
  }
}
const report = (port) => port.postMessage({ seen });
if ("onconnect" in self) self.onconnect = (event) => report(event.ports[0]);
else if ("clients" in self) self.onmessage = (event) => report(event.source);
else report(self);
