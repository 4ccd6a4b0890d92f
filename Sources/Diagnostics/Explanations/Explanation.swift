/// What `tracuu explain` says about a code beyond its message and hint: how such a finding comes about, and an example with
/// its mending.
///
/// A new kind needs one too: add an `Explanation` with its code to the list of its group, or to a list of your own that
/// `all` names. A test fails for every code without one.
public struct Explanation: Sendable, Hashable {
    public var code: String
    /// Why the tool minds, and how it usually comes about.
    public var cause: BilingualText
    /// Content that gives rise to the finding.
    public var wrong: String
    /// The same, mended.
    public var right: String

    public init(_ code: String, vi: String, en: String, wrong: String, right: String) {
        self.code = code
        cause = BilingualText(vi: vi, en: en)
        self.wrong = wrong
        self.right = right
    }

    /// Every explanation, in no particular order.
    static let all: [Explanation] =
        sources + frontMatter + vocabulary + catalogue + validity + markup + templates + gates + findings
        + withheldFigures + upkeep + slips + markupSlips

    fileprivate static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

extension DiagnosticKind {
    /// The longer words about this kind.
    public var explanation: Explanation? { Explanation.byCode[code] }
}
