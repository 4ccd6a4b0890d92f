import Catalogue
import Records

/// What a build is asked to do.
public struct BuildOptions: Sendable {
    /// The content folder.
    public var content: String
    /// The folder of templates and assets.
    public var templates: String
    /// Id of an edition of `site.yml`; nil shows everything.
    public var edition: String?
    /// The day that status is computed for.
    public var asOf: CalendarDay
    /// How many things are done at once. The result does not depend on it.
    public var jobs: Int
    /// Whether the made-up samples in `findings/vi-du/` are built too, whatever `site.yml` says.
    public var examples: Bool
    /// Whether symbolic links may lead out of the folders.
    public var followsLinks = false
    /// Whether a folder that holds another edition may be overwritten.
    public var replacesEdition = false
    /// Whether whoever asks for the build can allow that.
    public var canReplaceEdition = true

    public init(
        content: String, templates: String, edition: String? = nil, asOf: CalendarDay, jobs: Int, examples: Bool = false
    ) {
        self.examples = examples
        self.content = content
        self.templates = templates
        self.edition = edition
        self.asOf = asOf
        self.jobs = jobs
    }
}
