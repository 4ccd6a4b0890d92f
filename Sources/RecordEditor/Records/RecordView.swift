import Building
import Diagnostics
import Editing
import Encodings
import FoundationEssentials
import Records

/// A record as its screen needs it: values and text, or the whole file as text where it cannot be taken apart.
struct RecordView: Sendable {
    let path: String
    let bytes: [UInt8]
    let etag: String
    /// The collection, for what ids in the record are called.
    let site: DraftedSite
    let check: RecordCheck
    let language: Language
    var isAsText = false
    /// What was kept of changes that are not saved.
    var draft: ChangedRecord?
    /// Whether an earlier version can be brought back.
    var canGoBack = false

    /// The kind that its fields are of.
    static func kind(of source: RecordSource?, path: String) -> Kind {
        if case .string(let stated)? = source?.values[FieldPath([.name("kind")])], let kind = Kind(rawValue: stated) {
            return kind
        }
        return Kind.allCases.first { path.hasPrefix($0.folder + "/") } ?? .directive
    }

    func write(_ json: inout JSONText) {
        let source = try? RecordSource(bytes: bytes, path: path)
        let kind = Self.kind(of: source, path: path)
        json.object {
            $0.member("path", path)
            $0.member("etag", etag)
            $0.member("kind", kind.rawValue)
            $0.member("number", check.record?.number?.printed)
            $0.member("title", check.record?.title)
            if let source, !isAsText { write(source, kind, &$0) } else { $0.member("text", WholeFileText.shown(bytes)) }
            $0.key("diagnostics")
            DiagnosticListing(language: language, path: path).write(check.diagnostics, check.record, &$0)
            $0.member("canGoBack", canGoBack)
            if let draft, let kept = try? JSONEncoder().encode(draft) {
                $0.key("draft")
                $0.raw(kept)
            }
        }
    }

    private func write(_ source: RecordSource, _ kind: Kind, _ json: inout JSONText) {
        json.key("values")
        json.raw((try? JSONEncoder().encode(source.values)) ?? Data("null".utf8))
        json.member("body", source.body)
        json.object("labels") { json in
            for (id, name) in NamesOfValues(site).names(in: source.values).sorted(by: { $0.key < $1.key }) {
                json.member(id, name)
            }
        }
        guard case .mapping(let fields) = source.values else { return }
        let known = Set(RecordFields.of(kind).map(\.key))
        json.object("raw") { json in
            for field in fields where known.contains(field.name) {
                switch field.value {
                case .list, .mapping: json.member(field.name, source.raw(at: FieldPath([.name(field.name)])))
                default: break
                }
            }
        }
        json.object("unknown") { json in
            for field in fields where !known.contains(field.name) {
                json.member(field.name, source.raw(at: FieldPath([.name(field.name)])) ?? "")
            }
        }
    }
}
