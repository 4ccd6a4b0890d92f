import Catalogue
import Diagnostics
import Records
import Site

/// What a build leaves for the next one. With a memo or with an empty one, a build comes to the same; with one, only what
/// an edit touches is made again.
///
/// The steps, and what each depends on:
/// - a file's record: the file, configuration and vocabulary (`ContentMemo`);
/// - the linked collection: all records without their texts, attachments' names, edition and day (`LinkedCollection`);
/// - a rendered body: its text, its record, and what its links and citations were answered (`BodyMemo`);
/// - the templates: their files and the language;
/// - what all pages share: the linked collection and the templates.
public struct BuildMemo: Sendable {
    var content = ContentMemo()
    var collection = Memo<LinkedCollection.Question, LinkedCollection>()
    /// By the collection's generation.
    var upkeep = Memo<Int, [Diagnostic]>()
    var bodies = BodyMemo()
    var templates = Memo<CompiledTemplates.Question, CompiledTemplates>()
    /// By the generations of collection and templates.
    var builder = Memo<[Int], SiteBuilder>()

    public init() {}
}
