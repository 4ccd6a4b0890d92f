// Makes elements. Text goes in as text alone, so nothing that stands in a record can become markup.

/** An element with attributes and children. Attributes that are false, null or undefined are left out. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
};

/** Puts children in the place of what an element holds. */
export const put = (place, ...children) => {
  place.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
};

export const button = (text, act, attributes = {}) => {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
};

let count = 0;
/** An id that no other element has. */
export const freshID = (stem) => `${stem}-${(count += 1)}`;

/** Whether a key event belongs to an input method and is nobody else's. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** A dialog that is removed when it closes; gives the value that it closed with. */
export const ask = (title, content, actions) =>
  new Promise((resolve) => {
    const id = freshID("dialog");
    const dialog = element("dialog", { "aria-labelledby": id });
    const buttons = actions.map(({ text, value, strong }) => button(
      text,
      () => dialog.close(value),
      { class: strong ? "strong" : null },
    ));
    put(dialog, element("h2", { id }, title), content, element("div", { class: "buttons" }, buttons));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** Runs a task once nothing has asked for it for a while. */
export const after = (milliseconds, task) => {
  let timer;
  const asked = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => task(...values), milliseconds);
  };
  asked.stop = () => clearTimeout(timer);
  return asked;
};
