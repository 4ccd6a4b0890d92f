// The page as it will be, in a frame beside the form.
import { post } from "./api.mjs";
import { after, element, put } from "./dom.mjs";
import { words } from "./words.mjs";

/** A frame that follows what `body()` gives; `update` is to be called after every change. */
export const previewFrame = (setup, body) => {
  const note = element("p", { role: "status", class: "note" });
  const frame = element("iframe", { title: words.preview, sandbox: "allow-scripts allow-same-origin" });
  let latest = 0;
  let isFirst = true;
  const show = async () => {
    const mine = (latest += 1);
    try {
      const answer = await post("preview", body());
      if (mine !== latest) return;
      put(note, answer.address ? (answer.isOld ? words.previewOld : "") : words.previewWaits);
      if (!answer.address) return;
      const address = setup.preview + answer.address;
      // Going on from page to page leaves no trail for the button that goes back.
      if (isFirst) frame.src = address;
      else frame.contentWindow.location.replace(address);
      isFirst = false;
    } catch {
      // The server is gone; what is shown stays.
    }
  };
  const update = after(200, show);
  return { element: element("section", { class: "preview", "aria-label": words.preview }, note, frame), show, update };
};
