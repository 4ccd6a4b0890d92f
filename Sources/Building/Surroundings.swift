import Markup

/// What part of a text a provision is of that names no document: an annex or an attached document numbers anew.
enum Surroundings {
    /// Of the text itself, or of another.
    case anywhere
    /// “khoản 1 Điều này và Điều 7”: of what it stands in.
    case innermost
    /// “Điều 7 Quy chế này”: of the attached document that it stands in, by its slug.
    case attachment(String)

    /// The anchor of that part, for what stands under another anchor; nil for the text itself.
    func anchor(around place: String, in provisions: [Provision]) -> String? {
        func innermost(where isMeant: (Provision) -> Bool) -> String? {
            provisions.last {
                isMeant($0) && (place == $0.anchor || place.hasPrefix($0.anchor + "-"))
            }?.anchor
        }
        switch self {
        case .anywhere: return nil
        case .innermost: return innermost { $0.unit == "kem-theo" || $0.unit == "phu-luc" }
        case .attachment(let slug):
            return innermost { $0.unit == "kem-theo" && $0.anchor.hasPrefix(slug) } ?? slug
        }
    }
}
