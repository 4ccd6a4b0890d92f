extension DiagnosticKind {
    /// Every kind of finding, by code.
    public static let all: [DiagnosticKind] =
        (sources + frontMatter + vocabulary + catalogue + validity + markup + templates + gates + findings + upkeep
        + slips
        + markupSlips)
        .sorted { $0.code < $1.code }
}
