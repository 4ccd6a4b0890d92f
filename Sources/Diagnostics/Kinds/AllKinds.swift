extension DiagnosticKind {
    /// Every kind of finding, by code.
    public static let all: [DiagnosticKind] =
        (sources + frontMatter + vocabulary + catalogue + markup + templates + gates + upkeep + validity)
        .sorted { $0.code < $1.code }
}
