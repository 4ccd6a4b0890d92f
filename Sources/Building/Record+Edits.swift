import Records

extension Record {
    var withoutText: Record {
        var record = self
        record.body.bytes = []
        return record
    }

    /// Whether other records, their texts and the pages of the site that list no documents ask the same of this one as of
    /// another. What relations and states depend on besides is found by linking.
    func asksAndAnswers(as old: Record) -> Bool {
        guard self.id == old.id, self.kind == old.kind, self.kind != .finding, self.audience == old.audience,
            self.number == old.number, self.type == old.type, self.issued == old.issued,
            self.effective == old.effective, self.aliases == old.aliases, self.formerIDs == old.formerIDs,
            self.attachments.map(\.file) == old.attachments.map(\.file),
            self.attachments.map(\.audience) == old.attachments.map(\.audience)
        else { return false }
        // Every page names the pages.
        return self.kind != .page || (self.title == old.title && self.order == old.order)
    }

    /// Whether it stands in lists and links as another one does, whatever its own page says besides.
    func looksAlike(_ other: Record) -> Bool {
        var same = self
        same.summary = other.summary
        same.topics = other.topics
        same.signer = other.signer
        same.obligations = other.obligations
        same.sources = other.sources
        same.attachments = other.attachments
        same.history = other.history
        same.spans = other.spans
        return same.hasSameFrontMatter(as: other)
    }
}
