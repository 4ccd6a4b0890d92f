import Records
import Testing

@Suite struct FieldGroupTests {
    @Test(arguments: Kind.allCases)
    func everyFieldStandsInOneGroup(kind: Kind) {
        let grouped = FieldGroup.of(kind).flatMap(\.keys)
        #expect(grouped.count == Set(grouped).count)
        #expect(Set(grouped) == Set(RecordFields.of(kind).map(\.key)))
    }

    @Test(arguments: Kind.allCases)
    func everyFieldHasALabelInVietnamese(kind: Kind) {
        func check(_ fields: [FieldDescription]) {
            for field in fields {
                #expect(field.label.vi != field.key, "\(field.key)")
                check(field.inner)
            }
        }
        check(RecordFields.of(kind))
    }
}
