// The page of what is not there is shown at any depth: where the site lies, this script's own address tells.
'use strict';

(() => {
  const script = document.currentScript;
  if (!script) return;
  const root = new URL('../', script.src);
  for (const element of document.querySelectorAll('[data-page]')) {
    const address = new URL(element.dataset.page, root).href;
    if (element.tagName === 'FORM') element.action = address;
    else element.href = address;
    const shown = element.closest('[hidden]');
    if (shown) shown.hidden = false;
  }
  for (const element of document.querySelectorAll('[data-without-links]')) element.hidden = true;
})();
