import Records

extension Record {
    var withoutText: Record {
        var record = self
        record.body.bytes = []
        return record
    }
}
