import Encodings

/// A page template with its partials, parent and strings worked in, every name resolved against the page's shape.
///
/// The subset of Mustache that templates may use is resolved when the site's templates are compiled, so a page costs
/// little more than copying bytes, and a name that means nothing cannot reach rendering.
struct TemplateProgram: Sendable {
    var steps: [TemplateStep]

    /// Renders one page; `fields` must have the shape the template was compiled for.
    func render(_ fields: TemplateFields, reserving capacity: Int = 8192) -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(capacity)
        var scopes = [fields]
        Self.run(steps, &scopes, &page)
        return page
    }

    private static func run(_ steps: [TemplateStep], _ scopes: inout [TemplateFields], _ page: inout [UInt8]) {
        for step in steps {
            switch step {
            case .bytes(let bytes):
                page.append(contentsOf: bytes)
            case .value(let address):
                switch address.value(in: scopes) {
                case .text(let text): Escaping.append(text, to: &page)
                case .markup(let bytes): page.append(contentsOf: bytes)
                default: break
                }
            case .present(let address, let inner):
                switch address.value(in: scopes) {
                case nil, .flag(false): break
                default: run(inner, &scopes, &page)
                }
            case .absent(let address, let inner):
                switch address.value(in: scopes) {
                case nil, .flag(false): run(inner, &scopes, &page)
                case .list(let items) where items.isEmpty: run(inner, &scopes, &page)
                default: break
                }
            case .each(let address, let inner):
                switch address.value(in: scopes) {
                case .object(let fields): enter(fields, inner, &scopes, &page)
                case .list(let items):
                    for case .object(let fields) in items { enter(fields, inner, &scopes, &page) }
                default: break
                }
            }
        }
    }

    private static func enter(
        _ fields: TemplateFields, _ inner: [TemplateStep], _ scopes: inout [TemplateFields], _ page: inout [UInt8]
    ) {
        scopes.append(fields)
        run(inner, &scopes, &page)
        scopes.removeLast()
    }
}

/// One step of rendering.
indirect enum TemplateStep: Sendable {
    case bytes([UInt8])
    /// Text, escaped, or markup, as it stands: whichever the value is.
    case value(TemplateAddress)
    /// A section over a text or a flag.
    case present(TemplateAddress, [TemplateStep])
    /// An inverted section.
    case absent(TemplateAddress, [TemplateStep])
    /// A section over an object or a list.
    case each(TemplateAddress, [TemplateStep])
}

/// Where a value stands: which of the open scopes, from the page inwards, and the keys from there.
struct TemplateAddress: Sendable {
    var scope: Int
    var first: String
    var rest: [String]

    @inline(__always)
    func value(in scopes: [TemplateFields]) -> TemplateValue? {
        var value = scopes[scope][first]
        for key in rest {
            guard case .object(let fields)? = value else { return nil }
            value = fields[key]
        }
        return value
    }
}
