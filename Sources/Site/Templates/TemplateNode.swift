import Diagnostics

/// One piece of a parsed template, with the place it was read from.
indirect enum TemplateNode: Sendable {
    /// Bytes that go to the page as they stand.
    case text([UInt8], SourceSpan)
    /// `{{name}}`, or `{{{name}}}` for bytes that are markup already.
    case value(TemplateName, isMarkup: Bool)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` when inverted.
    case section(TemplateName, isInverted: Bool, [TemplateNode])
    /// `{{>file}}`
    case partial(TemplateName)
    /// `{{<file}}{{$block}}…{{/block}}{{/file}}`
    case parent(TemplateName, [TemplateNode])
    /// `{{$block}}…{{/block}}`: a place to fill in a parent, or what fills it.
    case block(TemplateName, [TemplateNode])
}

/// A name as written in a tag.
struct TemplateName: Sendable {
    var text: String
    var span: SourceSpan
}

/// A template file after parsing.
struct ParsedTemplate: Sendable {
    var nodes: [TemplateNode]
    var diagnostics: [Diagnostic]
}
