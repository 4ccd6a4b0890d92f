import Catalogue
import Drawing
import Markup
import Pictures
import Records

/// `/so-do/`: the whole of the relations, family by family; and a page for each family that the first has no room for.
struct FamilyPages {
    let context: SiteContext

    private var register: FamilyRegister { context.families }
    private static let pageLength = 100

    // MARK: The whole

    static func path(page: Int) -> String { FamilyRegister.folder + Self.file(page) }

    private static func file(_ page: Int) -> String { page == 1 ? "index.html" : "trang-\(page)/index.html" }

    var pageCount: Int { Self.pages(register.folders.count) }

    private static func pages(_ count: Int) -> Int { max(1, (count + pageLength - 1) / pageLength) }

    func fields(_ page: SitePage, number: Int) -> TemplateFields {
        let strings = context.strings
        let pager = Pager(strings: strings, number: number, count: pageCount) { Self.path(page: $0) }
        var fields = head(page, title: strings[.families], pager)
        let families = register.families
        let members = families.reduce(0) { $0 + $1.members.count }
        fields["summary"] = .text(
            strings.filled(
                .word(.familiesSummary),
                [
                    "documents": strings.count(.word(.countDocuments), members),
                    "families": strings.grouped(families.count), "single": strings.grouped(register.single),
                ]))
        if number == 1 {
            fields.set(
                "families", (0..<register.drawn).map { family(register.families[$0], place: $0, root: page.root) })
            if !register.folders.isEmpty {
                fields["matrix"] = .object(
                    FamilyMatrix(
                        context: context, links: families.flatMap(\.links)
                    ).fields)
            }
        }
        let rows = register.folders.indices.dropFirst((number - 1) * Self.pageLength).prefix(Self.pageLength)
        fields.set("rows", rows.map(row))
        return fields
    }

    private func row(_ place: Int) -> TemplateFields {
        let family = register.families[register.drawn + place]
        let head = context.reference(at: family.head)
        var fields: TemplateFields = [
            "path": .text(register.folders[place] + "index.html"), "label": .text(head.shortName),
            "documents": .text(context.strings.grouped(family.members.count)),
            "relations": .text(context.strings.grouped(family.links.count)),
        ]
        if head.number != nil { fields["title"] = .text(head.title) }
        fields.set("years", years(family))
        return fields
    }

    private func years(_ family: Family) -> String? {
        let years = family.members.compactMap { context.reference(at: $0).appeared.year }
        guard let first = years.min(), let last = years.max() else { return nil }
        return first == last ? String(first) : "\(first)–\(last)"
    }

    // MARK: One family

    /// The pages of a family that has its own: one for each hundred documents of its list.
    func familyPaths(_ place: Int) -> [String] {
        let count = register.families[register.drawn + place].members.count
        return (1...Self.pages(count)).map { register.folders[place] + Self.file($0) }
    }

    func familyFields(_ page: SitePage, place: Int, number: Int) -> TemplateFields {
        let (family, folder) = context.family(place)
        let record = context.reference(at: family.head)
        let pages = Self.pages(family.members.count)
        let title = context.strings.filled(
            .word(.familyNamed), ["name": record.shortName])
        let pager = Pager(strings: context.strings, number: number, count: pages) {
            folder + Self.file($0)
        }
        var fields = head(page, title: title, pager)
        fields["crumbs"] = [
            ["label": .text(context.strings[.families]), "path": .text(Self.path(page: 1))]
        ]
        let list = family.members.dropFirst((number - 1) * Self.pageLength).prefix(Self.pageLength)
        var shown = self.family(family, place: 0, root: page.root, isDrawn: number == 1)
        shown.set("members", members(list, of: family, root: page.root))
        shown["name"] = .text(context.strings[.navFamilies])
        shown["isList"] = .flag(number > 1)
        if record.number != nil { fields["summary"] = .text(record.title) }
        if number == 1, family.members.count > FamilyRegister.mostDrawn {
            fields["matrix"] = .object(FamilyMatrix(context: context, links: family.links).fields)
        }
        fields.set("families", [shown])
        return fields
    }

    private func family(_ family: Family, place: Int, root: String, isDrawn: Bool = true) -> TemplateFields {
        let strings = context.strings
        let head = context.reference(at: family.head)
        var counts: [RelationType: Int] = [:]
        for link in family.links { counts[link.type, default: 0] += 1 }
        let verbs = RelationType.allCases.compactMap { type in
            counts[type].map { "\(strings[.relation(type, isInverse: false)]): \(strings.grouped($0))" }
        }
        let parts = [strings.count(.word(.countDocuments), family.members.count), years(family)].compactMap { $0 }
        var fields: TemplateFields = [
            "name": .text(
                strings.filled(.word(.familyNamed), ["name": head.shortName])),
            "summary": .text((parts + verbs).joined(separator: "; ") + "."), "place": .text(String(place)),
        ]
        guard isDrawn else { return fields }
        let shown = mostRelated(family)
        if shown.count < family.members.count {
            fields["leftOut"] = .text(
                strings.filled(
                    .word(.familyLeftOut),
                    [
                        "shown": strings.grouped(shown.count),
                        "rest": strings.grouped(family.members.count - shown.count),
                    ]))
        }
        let picture = picture(family, shown, root: root)
        for width in FigureWidth.allCases {
            fields[width.rawValue] = .markup(
                picture.svg(width, labelledBy: "_family-\(place)", describedBy: "_family-\(place)-summary"))
        }
        fields.set("members", members(family.members[...], of: family, root: root))
        return fields
    }

    /// The members that a picture has room for: those with the most relations, in order of time.
    private func mostRelated(_ family: Family) -> [Int] {
        guard family.members.count > FamilyRegister.mostDrawn else { return family.members }
        var degrees: [Int: Int] = [:]
        for link in family.links {
            degrees[link.from, default: 0] += 1
            degrees[link.to, default: 0] += 1
        }
        let ranked = family.members.sorted { (-degrees[$0, default: 0], $0) < (-degrees[$1, default: 0], $1) }
        let kept = Set(ranked.prefix(FamilyRegister.mostDrawn))
        return family.members.filter(kept.contains)
    }

    private func picture(_ family: Family, _ shown: [Int], root: String) -> FamilyPicture {
        let words = PictureWords(context: context, root: root)
        let rows = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
        let acts = Dictionary(grouping: family.links, by: \.from)
        return FamilyPicture(
            rows: shown.map { place in
                let links = acts[place] ?? []
                return FamilyPicture.Row(
                    document: words.document(context.reference(at: place)),
                    targets: Set(links.compactMap { rows[$0.to] }).sorted(),
                    words: self.acts(links).map { "\($0.verb) \($0.targets.map(label).joined(separator: ", "))" }
                        .joined(separator: "; "))
            }, head: rows[family.head])
    }

    private func label(_ place: Int) -> String { context.reference(at: place).shortName }

    /// What a document does to others, one verb after the other.
    private func acts(_ links: [Family.Link]) -> [(verb: String, targets: [Int])] {
        var acts: [(type: RelationType, targets: [Int])] = []
        for link in links {
            if acts.last?.type != link.type { acts.append((link.type, [])) }
            if acts[acts.count - 1].targets.last != link.to { acts[acts.count - 1].targets.append(link.to) }
        }
        return acts.map { (context.strings[.relation($0.type, isInverse: false)], $0.targets) }
    }

    // MARK: The list beside the picture

    private func members(_ places: ArraySlice<Int>, of family: Family, root: String) -> [TemplateFields] {
        let acting = Dictionary(grouping: family.links, by: \.from)
        return places.map { place in
            var fields = context.card(at: place)
            fields.set(
                "acts",
                acts(acting[place] ?? []).map { act in
                    var fields: TemplateFields = ["verb": .text(act.verb)]
                    fields.set(
                        "targets",
                        act.targets.map { target in
                            let record = context.reference(at: target)
                            return ["label": .text(label(target)), "path": .text(context.path(of: record))]
                        })
                    return fields
                })
            return fields
        }
    }

    private func head(_ page: SitePage, title: String, _ pager: Pager) -> TemplateFields {
        var fields = context.common(page, title: pager.titled(title))
        fields["heading"] = .text(title)
        pager.add(to: &fields)
        return fields
    }
}

extension FamilyPages {
    /// Of the whole.
    struct Kind: PageKind {
        let number: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            (1...FamilyPages(context: site.context).pageCount).map {
                SitePage(path: FamilyPages.path(page: $0), Self(number: $0))
            }
        }

        var identity: String { "page \(number)" }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.families, FamilyPages(context: context).fields(page, number: number))
        }
    }

    /// Of one family.
    struct FamilyKind: PageKind {
        /// Among those with pages of their own.
        let place: Int
        let number: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            let families = FamilyPages(context: site.context)
            return site.facts.families.folders.indices.flatMap { place in
                families.familyPaths(place).enumerated().map {
                    SitePage(path: $1, Self(place: place, number: $0 + 1))
                }
            }
        }

        var identity: String { "page \(number)" }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.families, FamilyPages(context: context).familyFields(page, place: place, number: number))
        }
    }
}
