// A stand-in for the site's search engine: made-up records, and answers with everything an engine can say. Words of the
// query make it misbehave: “chậm” answers late, “thiếu” lacks shards, “đổ” fails, “saichinhta” is corrected, “trống” finds
// nothing. It lets the tests of the search page and box say what is found, and when.
"use strict";
(() => {
  const kinds = ["directive", "guidance", "finding"];
  const types = [["ket-luan", "Kết luận"], ["huong-dan", "Hướng dẫn"], ["chi-thi", "Chỉ thị"], ["nghi-quyet", "Nghị quyết"], ["quy-dinh", "Quy định"], ["quyet-dinh", "Quyết định"], ["ke-hoach", "Kế hoạch"], ["cong-van", "Công văn"], ["de-an", "Đề án"]];
  const issuers = [["ban-bi-thu", "Ban Bí thư"], ["bo-chinh-tri", "Bộ Chính trị"], ["ban-tuyen-giao", "Ban Tuyên giáo Trung ương"]];
  const topics = [["du-luan-xa-hoi", "Dư luận xã hội"], ["cong-tac-tu-tuong", "Công tác tư tưởng"]];
  const statuses = ["in-force", "unverified", "expired", "partly-expired"];
  const rows = Array.from({ length: 60 }, (_, k) => ({
    fileName: `mau-${k}`, id: `mau-${k}`, url: "van-ban/2014/kl-100-tw/index.html", kind: kinds[k % 3], type: types[k % 9 % (1 + (k % 9))][0],
    typeName: types[k % 9 % (1 + (k % 9))][1], number: `${k + 1}-KL/MAU`, date: `${1 + (k % 28)}/3/${2005 + (k % 17)}`, year: 2005 + (k % 17),
    bearing: k % 4 ? "" : "replaces-inverse 9-KL/MAU\nguides-inverse 8-HD/MAU",
    issuer: issuers[k % 3][0], topic: topics[k % 2][0], status: statuses[k % 4],
    title: `Văn bản mẫu thứ ${k + 1} về công tác nắm bắt, nghiên cứu dư luận xã hội`, isNumberMatch: false,
    snippet: [{ text: "… công tác ", isMarked: false }, { text: "dư luận xã hội", isMarked: true }, { text: " trong tình hình mới …", isMarked: false }],
    sections: k % 3 ? [] : [{ anchor: "muc-i", label: "I. Mục đích, yêu cầu", snippet: [{ text: "Nắm bắt ", isMarked: false }, { text: "dư luận", isMarked: true }, { text: " kịp thời.", isMarked: false }] }],
  }));
  const named = Object.fromEntries([...types, ...issuers, ...topics]);
  const passes = (row, filters, but) => Object.entries(filters).every(([facet, value]) => facet === but || (facet === "year"
    ? (value[0] ?? 0) <= row.year && row.year <= (value[1] ?? 9999) : value.length === 0 || value.includes(row[facet])));
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

  class FakeEngine {
    async search(query, { limit = 10, filters = {}, sort = "relevance", correct = true, facets = false } = {}) {
      globalThis.asked = (globalThis.asked ?? []).concat([{ query, limit, filters, sort, correct }]);
      if (/chậm/.test(query)) await wait(1500);
      if (/đổ/.test(query)) throw new Error("fake");
      const isNumber = /^\d+$/.test(query.trim());
      let found = /trống/.test(query) ? [] : isNumber ? rows.filter((row) => row.number.startsWith(`${Number(query)}-`)).flatMap((row) => [row, { ...row, fileName: `${row.fileName}-b` }]).map((row) => ({ ...row, isNumberMatch: true })) : rows;
      const counts = {};
      for (const facet of facets ? ["kind", "type", "issuer", "topic", "year", "status"] : []) {
        const sums = new Map();
        for (const row of found) if (passes(row, filters, facet)) sums.set(row[facet], (sums.get(row[facet]) ?? 0) + 1);
        counts[facet] = [...sums].map(([value, count]) => ({ value: String(value), label: named[value], count })).sort((a, b) => b.count - a.count);
      }
      found = found.filter((row) => passes(row, filters));
      if (sort !== "relevance") found = [...found].sort((a, b) => (sort === "newest" ? b.year - a.year : a.year - b.year));
      if (/\p{L}/u.test(query)) found = found.map((row, k) => (k ? row : { ...row, title: `${row.title} (${query})` }));
      const relief = found.length ? null : /trống/.test(query) ? { dropTerm: "trống" } : { dropFilter: { facet: "type", value: filters.type?.[0] } };
      return {
        hits: found.slice(0, limit), total: found.length, missing: /thiếu/.test(query) ? 2 : 0, facets: facets ? counts : undefined,
        correction: correct && /saichinhta/.test(query) ? { query: query.replace("saichinhta", "sai chính tả") } : null, relief,
        absent: [], provision: null, sectionsOf: async (hit) => hit.sections,
      };
    }
  }
  // It runs before the site's own engine and is not put aside by it.
  Object.defineProperty((globalThis.tracuu ??= {}), "openSearch", { get: () => async () => new FakeEngine(), set() {} });
})();
