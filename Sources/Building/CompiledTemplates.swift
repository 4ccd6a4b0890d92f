import Diagnostics
import Site

/// The templates of a folder, checked; none when they have errors.
struct CompiledTemplates: Sendable {
    struct Question: Equatable, Sendable {
        var files: TemplateFiles
        var language: Language
    }

    let templates: TemplateSet?
    let problems: [Diagnostic]

    init(_ question: Question) {
        let (compiled, found) = TemplateSet.compile(question.files, language: question.language)
        templates = compiled
        problems = question.files.refused.map(\.diagnostic) + found
    }
}
