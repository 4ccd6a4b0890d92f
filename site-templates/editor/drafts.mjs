// Keeps what is not saved: on the server a second after the last key and every five while keys go on, and in this browser where
// the server is gone.
import { encoded, putTo, remove, Refused } from "./api.mjs";
import { timeOf, words } from "./words.mjs";

const quiet = 1000;
const longest = 5000;
const nameOf = (path) => `tracuu-draft:${path}`;

/** The draft that only this browser has; null where there is none. */
export const localDraft = (path) => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(path)));
  } catch {
    return null;
  }
};

export const dropLocalDraft = (path) => localStorage.removeItem(nameOf(path));

/** Keeps the drafts of one record. `changes()` gives what is not saved, null for nothing. */
export const draftKeeper = (path, changes, say) => {
  let soon;
  let waitingSince = 0;
  let isPending = false;
  let chain = Promise.resolve();

  const keep = async () => {
    clearTimeout(soon);
    waitingSince = 0;
    isPending = false;
    const draft = changes();
    try {
      if (draft) await putTo(`draft/${encoded(path)}`, draft, { keepalive: JSON.stringify(draft).length < 60000 });
      else await remove(`draft/${encoded(path)}`);
      dropLocalDraft(path);
      if (draft) say(words.draftKept(timeOf(Date.now())));
    } catch (error) {
      if (!draft) return dropLocalDraft(path);
      // What must not be stored is not stored here either.
      if (error instanceof Refused && error.status === 403) {
        dropLocalDraft(path);
        return say(words.neverSaved);
      }
      try {
        localStorage.setItem(nameOf(path), JSON.stringify({ ...draft, at: Date.now() }));
      } catch {
        // The browser keeps nothing either; the words stay on the screen.
      }
      // Another run of the server knows this page no more.
      const isGone = !(error instanceof Refused) || error.status === 401;
      say(isGone ? words.localKept : words.refused(error));
      if (!(error instanceof Refused)) touched();
    }
  };
  const flush = () => (chain = chain.then(keep, keep));

  const touched = () => {
    isPending = true;
    const now = Date.now();
    waitingSince ||= now;
    clearTimeout(soon);
    soon = setTimeout(flush, Math.max(0, Math.min(quiet, waitingSince + longest - now)));
  };
  return {
    touched,
    flush,
    /** Whether something is typed that no draft holds yet. */
    isPending: () => isPending,
    stop: () => {
      clearTimeout(soon);
      isPending = false;
    },
    /** Ends once the draft that is on its way has arrived. */
    settled: () => chain,
  };
};
