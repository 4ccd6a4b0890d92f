// The script of a page that is being edited: it stands where the page before it stood. Never published.
(() => {
  "use strict";
  const place = `tracuu-draft:${location.pathname}`;
  addEventListener("pageshow", () => scrollTo({ top: Number(sessionStorage.getItem(place) ?? 0), behavior: "instant" }));
  addEventListener("scroll", () => sessionStorage.setItem(place, String(scrollY)), { passive: true });
})();
