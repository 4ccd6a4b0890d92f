// The page of what is not there is shown at any depth: where the site lies, this script's own address tells.
'use strict';

for (const element of document.querySelectorAll('[data-page]')) {
  const address = new URL(`../${element.dataset.page}`, document.currentScript.src);
  element[element.tagName === 'FORM' ? 'action' : 'href'] = address;
  element.closest('[hidden]')?.removeAttribute('hidden');
}
