import Catalogue
import Markup
import Output
import Records

/// The page `/hieu-luc/`: every document not known to have ended on the day of the build, newest first; with a script,
/// the documents in any state on any day.
struct InForcePages {
    let context: SiteContext

    private var register: ValidityRegister { context.register }

    static let folder = "hieu-luc/"

    static func path(page: Int) -> String { folder + (page == 1 ? "index.html" : "trang-\(page)/index.html") }

    var pageCount: Int { max(1, (register.current.count + Listing.pageLength - 1) / Listing.pageLength) }

    func fields(_ page: SitePage, number: Int) -> TemplateFields {
        let strings = context.strings
        let pager = Pager(strings: strings, number: number, count: pageCount) { Self.path(page: $0) }
        var fields = context.common(page, title: pager.titled(strings[.inForce]))
        fields["inForce"] = true
        fields["heading"] = .text(strings[.inForce])
        fields["count"] = .text(
            ([strings.count(.word(.countDocuments), register.current.count)] + register.tallies).joined(
                separator: " · "))
        fields["day"] = .text(context.asOf.partialDate.iso)
        fields["isFirst"] = .flag(number == 1)
        let documents = documents(onPage: number)
        let isDated = { context.reference(at: $0).issued.sortKey != nil }
        fields.set("rows", documents.filter(isDated).map { context.card(at: $0) })
        let undated = documents.filter { !isDated($0) }
        if !undated.isEmpty {
            var group: TemplateFields = [:]
            group.set("rows", undated.map { context.card(at: $0) })
            fields["undated"] = .object(group)
            fields["hasRows"] = true
        }
        fields["download"] = .text(ListDownload.inForcePath)
        fields["calendar"] = .text(ValidityCalendar.path)
        fields["csvSeparator"] = .text(context.configuration.csvSeparator)
        pager.add(to: &fields)
        return fields
    }

    /// Places in the catalogue.
    func documents(onPage number: Int) -> ArraySlice<Int> {
        let start = min((number - 1) * Listing.pageLength, register.current.count)
        return register.current[start..<min(start + Listing.pageLength, register.current.count)]
    }

    // MARK: The columns for the script

    /// Name of the data file of the columns.
    static let columnsName = folder + "cot"

    /// Name of the data file of the documents' addresses, in the order of the columns. A record's page asks for it when the reader
    /// chooses a day, so as to say in which state the other documents on it were on that day.
    static let addressesName = folder + "dia-chi"

    /// Name of a data file of `shardLength` rows.
    static func rowsName(_ shard: Int) -> String { folder + "hang-\(shard)" }

    /// Documents in one file of rows.
    static let shardLength = 500

    var shardCount: Int { (register.documents.count + Self.shardLength - 1) / Self.shardLength }

    /// The place from which on documents have no date, types, words for states, and for each document its type and its stretches
    /// as `<yyyymmdd><letter of the state>`.
    var columns: [UInt8] {
        let catalogue = context.everything
        let words = StatusWords(strings: context.strings)
        let types = catalogue.vocabulary.types.filter { type in catalogue.records.contains { $0.type == type.id } }
        let places = Dictionary(types.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var typeColumn: [String] = []
        var spans: [String] = []
        var letters: [(code: String, word: String)] = []
        var letterOfWord: [String: Int] = [:]
        for index in register.documents {
            let record = catalogue.records[index]
            typeColumn.append(String(record.type.flatMap { places[$0] } ?? -1))
            var text = ""
            for interval in catalogue.validity(of: record.id)?.intervals ?? [] {
                let said = words.words(catalogue.shown(interval, of: record), reason: interval.reason)
                let letter = letterOfWord[said.word] ?? letters.count
                if letter == letters.count {
                    letters.append((said.code, said.word))
                    letterOfWord[said.word] = letter
                }
                text += "\(interval.from ?? 0)\(UnicodeScalar(UInt8(97 + letter)))"
            }
            spans.append("\"\(text)\"")
        }
        let undated =
            register.documents.firstIndex { catalogue.records[$0].issued.sortKey == nil }
            ?? register.documents.count
        let states = letters.map { "[\(ClientStrings.quoted($0.code)),\(ClientStrings.quoted($0.word))]" }
        let names = types.map { ClientStrings.quoted($0.name) }
        return Array(
            """
            {"shard":\(Self.shardLength),"undated":\(undated),
            "types":[\(names.joined(separator: ","))],
            "states":[\(states.joined(separator: ","))],
            "type":[\(typeColumn.joined(separator: ","))],
            "spans":[\(spans.joined(separator: ","))]}
            """.utf8)
    }

    /// `["van-ban/2014/kl-100-tw/",…]`.
    var addresses: [UInt8] {
        let records = context.everything.records
        let addresses = register.documents.map { ClientStrings.quoted(context.folder(of: records[$0])) }
        return Array("[\n\(addresses.joined(separator: ",\n"))]".utf8)
    }

    /// Places in the catalogue.
    func documents(inShard shard: Int) -> ArraySlice<Int> {
        let start = shard * Self.shardLength
        return register.documents[start..<min(start + Self.shardLength, register.documents.count)]
    }

    /// `[[label, title, path, date, issuers],…]`, as the rows of the page have them.
    func rows(_ shard: Int) -> [UInt8] {
        let rows = documents(inShard: shard).map { index in
            let record = context.reference(at: index)
            let name = context.form.tellingName(record)
            let cells = [
                record.number == nil ? "\(name) (\(context.strings[.noNumber]))" : name, record.title,
                context.path(of: record),
                context.dates.short(record.issued) ?? context.strings[.dateUnknown],
                context.form.authors(record).joined(separator: ", "),
            ]
            return "[" + cells.map(ClientStrings.quoted).joined(separator: ",") + "]"
        }
        return Array("[\n\(rows.joined(separator: ",\n"))]".utf8)
    }
}

/// The documents that have a state, newest first, and those of them that are not known to have ended.
struct ValidityRegister {
    /// Places in the catalogue.
    let documents: [Int]
    let current: [Int]
    /// How many of these are in which state, in words, the most sure first.
    let tallies: [String]

    init(_ catalogue: Catalogue, strings: InterfaceStrings) {
        let keyed = catalogue.records.indices.filter { catalogue.validity(of: catalogue.records[$0].id) != nil }
            .map { (-(catalogue.records[$0].issued.sortKey ?? 0), $0) }
        documents = keyed.sorted { $0 < $1 }.map(\.1)
        current = documents.filter {
            switch catalogue.shownStatus(of: catalogue.records[$0]) {
            case .value(.inForce), .value(.partlyExpired), .value(.unverified), .inForceBySource: true
            // An end that nothing shows is not known.
            case .withoutSource, .withoutEvidence: true
            case .value(.notYet), .value(.expired), .value(.suspended), .replaced, nil: false
            }
        }
        tallies = Self.tallies(of: current, catalogue, strings)
    }

    private static func tallies(of places: [Int], _ catalogue: Catalogue, _ strings: InterfaceStrings) -> [String] {
        let words = StatusWords(strings: strings)
        var counts: [String: Int] = [:]
        for index in places {
            let record = catalogue.records[index]
            guard let state = catalogue.status(of: record.id), let shown = catalogue.shownStatus(of: record) else {
                continue
            }
            counts[words.words(shown, reason: state.reason).word, default: 0] += 1
        }
        return counts.sorted { ($0.value, $1.key) < ($1.value, $0.key) }.map { word, count in
            "\(strings.grouped(count)) \(word.prefix(1).lowercased() + word.dropFirst())"
        }
    }
}

extension InForcePages {
    struct Kind: PageKind {
        let number: Int

        static func pages(of site: PageInventory) -> [SitePage] {
            (1...InForcePages(context: site.context).pageCount).map {
                SitePage(path: InForcePages.path(page: $0), Self(number: $0))
            }
        }

        var identity: String { "page \(number)" }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            .template(.inForce, InForcePages(context: context).fields(page, number: number))
        }
    }

    /// Data for the script: each name stands for JSON and for the script that pages opened from disk run.
    struct DataKind: PageKind {
        enum Part: Sendable {
            case columns, addresses
            case rows(Int)
        }

        let part: Part

        static func pages(of site: PageInventory) -> [SitePage] {
            let rows = (0..<InForcePages(context: site.context).shardCount).map { Part.rows($0) }
            return ([.columns, .addresses] + rows).flatMap { part in
                [".json", ".js"].map { SitePage(path: name(part) + $0, Self(part: part)) }
            }
        }

        var identity: String {
            switch part {
            case .columns: "columns"
            case .addresses: "addresses"
            case .rows(let shard): "rows \(shard)"
            }
        }
        var isInSitemap: Bool { false }

        private static func name(_ part: Part) -> String {
            switch part {
            case .columns: columnsName
            case .addresses: addressesName
            case .rows(let shard): rowsName(shard)
            }
        }

        func content(of page: SitePage, body: RenderedBody?, _ context: SiteContext) -> PageContent {
            let pages = InForcePages(context: context)
            let json: [UInt8] =
                switch part {
                case .columns: pages.columns
                case .addresses: pages.addresses
                case .rows(let shard): pages.rows(shard)
                }
            let file = DataFile(name: Self.name(part), json: json)
            return .bytes(page.path.hasSuffix(".json") ? file.jsonFile.bytes : file.scriptFile.bytes)
        }
    }
}
