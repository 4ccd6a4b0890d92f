// A document's page as of a day that the address names and that is chosen in its ribbon: the state in the card and in the strip
// follows, then the states of all documents that the page names; and the day comes along to other pages.
"use strict";
(() => {
    const ribbon = one(".ribbon");
    if (!ribbon) return;
    const { today } = ribbon.dataset, day = one("input", ribbon), stretches = all("li", ribbon);
    const asked = new URLSearchParams(location.search).get("ngay") ?? "";
    const date = /^\d{4}-\d\d-\d\d$/.test(asked) && asked !== today ? asked : today;
    const words = dayWords(date);
    const addressOf = chosen => {
        const to = new URL(location);
        to.searchParams.delete("ngay");
        if (chosen && chosen !== today) to.searchParams.set("ngay", chosen);
        return to.href;
    };
    const stretchOn = date => stretches.findLast(each => (each.dataset.from ?? "") <= date);
    const current = stretchOn(date);
    current?.setAttribute("aria-current", "date");
    for (const each of stretches) if (each.dataset.from && each !== current) {
        const link = made("a", { href: addressOf(each.dataset.from) });
        link.append(...each.childNodes);
        each.append(link);
    }
    day.onchange = () => { if (day.value) location.href = addressOf(day.value); };
    if (date === today) return;

    day.value = date;
    const before = one("template", ribbon), shown = one(".ribbon-shown", ribbon), model = one(".status", current ?? before.content);
    shown.hidden = false;
    one("strong", shown).textContent = words;
    one("a", shown).href = addressOf();
    // The reason is that of the stretch. The evidence stays with the stretch that it was found for, which is today's.
    const why = one(".answer .why");
    for (const status of all(".answer:first-child dd > .status, .strip-name .status")) {
        if (status.matches(".answer *")) {
            while (status.nextSibling !== why) status.nextSibling.remove();
            status.after(` (${words}) `);
        }
        status.replaceWith(model.cloneNode(true));
    }
    const reason = made("p", { className: "state-reason", textContent: (current ?? before).dataset.why });
    if (current !== stretchOn(today)) why.replaceChildren(why.firstElementChild, reason);
    const links = all("main a").filter(link => !ribbon.contains(link) && link.pathname?.includes("/van-ban/"));
    for (const link of [...links, ...all(".bar-nav [href$='hieu-luc/index.html']")]) link.search ||= `?ngay=${date}`;

    // The other documents. Without their data the ribbon says that their states are those of today.
    const hasEnded = code => ["expired", "replaced", "suspended"].includes(code);
    const hideUnless = (heading, isTrue) => {
        for (const part of [one(heading)?.closest("section"), one(`.card-warning:has([href="${heading}"])`)]) if (part) part.hidden ||= !isTrue;
    };
    const show = ([{ spans, states }, addresses]) => {
        const places = new Map(addresses.map((address, place) => [address, place]));
        const todays = new Set(states.map(([, word]) => word));
        for (const link of links) {
            const place = places.get(link.href.slice(tracuu.root.length).replace(/(index\.html)?([?#].*)?$/, ""));
            if (place === undefined) continue;
            const [code, word] = states[stateOn(spans[place], Number(date.replaceAll("-", "")))]
                ?? ["none", before.content.textContent.trim()];
            const status = [...link.parentElement.children].find(each => each.matches(".status"));
            if (status) {
                status.className = `status status-${code}`;
                (status.firstElementChild ?? status).textContent = word;
            }
            if (!link.dataset.card) continue;
            // What changed a document later than that day is left out of its card.
            const parts = link.dataset.card.split(" · "), at = parts.findIndex(part => todays.has(part));
            if (at >= 0) link.dataset.card = [...parts.slice(0, at), `${word} (${words})`].join(" · ");
            link.classList.toggle("cite-ended", hasEnded(code));
            one(".visually-hidden", link)?.remove();
            const { lang } = document.documentElement;
            if (hasEnded(code)) link.append(made("span", { className: "visually-hidden", lang, textContent: ` (${word})` }));
        }
        // What it rests on had ended then, or had not; and nothing rests on an end that was yet to come.
        const grounds = all("section[aria-labelledby=_grounds-heading] .items > li");
        for (const ground of grounds) ground.hidden = !/status-(expired|replaced|suspended)/.test(one(".status", ground)?.className);
        hideUnless("#_grounds-heading", grounds.some(ground => !ground.hidden));
        hideUnless("#_resting-heading", /status-(expired|replaced|suspended)/.test(model.className));
        one(".ribbon-others", shown).remove();
    };
    Promise.all(["hieu-luc/cot", "hieu-luc/dia-chi"].map((name) => tracuu.shard(name))).then(show, () => {});
})();
