import Catalogue
import Records
import Search

extension EditedCollection {
    /// What search finds otherwise. Of findings it is what it was.
    var searchChanges: [SearchIndexPatch.Change] {
        let (old, new) = (
            SearchDocuments(collection: before ?? now, bodies: [:], citations: .none),
            SearchDocuments(collection: now, bodies: bodies, citations: citations)
        )
        let records = Dictionary(content.edits.map { ($0.old.id, $0.old) }, uniquingKeysWith: { first, _ in first })
        return pages.compactMap { id, page in
            guard let number = page.kept?.text.number else { return nil }
            var was = old.document(records[id] ?? page.record)
            was.sections += (oldEntries[id] ?? page.entry).body.sections
            return SearchIndexPatch.Change(number: number, old: was, new: new.document(page.record))
        }.filter { !$0.old.saysSame(as: $0.new) }
    }

    /// All records, where columns of the index may differ: citers, states or what a search is narrowed by.
    var searchDocuments: [SearchDocument]? {
        let isSame =
            !changes.hasOtherStates && !changes.hasOtherRelations
            && content.edits.allSatisfy { edit in
                edit.old.issuers == edit.new.issuers && edit.old.topics == edit.new.topics
                    && oldEntries[edit.new.id]?.places.map(\.target)
                        == pages[edit.new.id]?.entry.places.map(\.target)
            }
        return isSame ? nil : now.indexed(bodies: [:], citations: citations)
    }
}
