import Diagnostics
import VietnameseText

/// Finds links to anchors that no page bears; for when every body is rendered.
public enum AnchorCheck {
    /// What is broken, in source order.
    /// - Parameter bodies: every body of the edition, by its record's id.
    public static func check(bodies: [String: RenderedBody]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for body in bodies.values {
            for link in body.links {
                let anchor: String
                let target: RenderedBody
                switch link.target {
                case .here(let name): (anchor, target) = (name, body)
                case .record(let id, let name?, _):
                    // What the resolver found but nobody rendered cannot be judged.
                    guard let other = bodies[id] else { continue }
                    (anchor, target) = (name, other)
                default: continue
                }
                // “#” and “#top” lead to the top of every page.
                guard !anchor.isEmpty, anchor != "top", !target.anchors.contains(anchor) else { continue }
                diagnostics.append(
                    Diagnostic(
                        .brokenAnchor, at: link.span, link.destination, anchor,
                        suggestion: suggestion(for: anchor, in: target)))
            }
        }
        return diagnostics.inSourceOrder()
    }

    /// The anchor that “#Điều-5” was meant for.
    private static func suggestion(for anchor: String, in body: RenderedBody) -> String? {
        let slug = Slug.make(anchor)
        return body.anchors.contains(slug) ? slug : nil
    }
}
