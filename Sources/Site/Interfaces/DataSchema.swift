import Catalogue
import Records

/// What each field of the JSON files is (JSON Schema 2020-12). Tests hold every file of a site against it.
enum DataSchema {
    static var text: String {
        """
        {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tra Cứu, api/v1",
        "description": "Every file of api/v1 is described below under $defs by the name of its kind.",
        "$defs": {
        "PartialDate": {"type": "string", "description": "A date as exactly as its source gives it.",
        "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2}|unknown)$"},
        "Day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "Next": {"type": "string", "description": "Where the rows go on, relative to the site's root."},
        "StatusCode": {"enum": \(words(statusCodes)),
        "description": "What may be said of a document's state: in-force-source is in force according to a dated source; what ends in no-source an editor states without a dated source."},
        "Reason": {"enum": \(words(StatusReason.allCases.map(\.rawValue)))},
        "RelationType": {"enum": \(words(RelationType.allCases.map(\.rawValue)))},
        "ListKind": {"enum": \(words(ListingKind.allCases.map(\.dataName)))},
        "State": {"type": "object", "required": ["code", "reason"], "additionalProperties": false, "properties": {
        "from": {"$ref": "#/$defs/Day", "description": "The first day that the state is given. No source gives this day where dated is there."},
        "to": {"$ref": "#/$defs/Day"},
        "dated": {"$ref": "#/$defs/PartialDate", "description": "All that a source gives of the beginning."},
        "datedAs": {"enum": ["from", "within", "after", "at-latest"],
        "description": "The state began in the month or year dated (from); it turns at some time in it, so that no day of it is certain (within); it turned in it and is certain after it (after); it was seen on that day and began by then (at-latest)."},
        "code": {"$ref": "#/$defs/StatusCode"},
        "reason": {"$ref": "#/$defs/Reason"}, "by": {"type": "string"}}},
        "Issuer": {"type": "object", "required": ["id", "name"], "additionalProperties": false, "properties": {
        "id": {"type": "string"}, "name": {"type": "string", "description": "The name it bore on the day of issue."}}},
        "Signer": {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
        "name": {"type": "string"}, "position": {"type": "string"}, "capacity": {"type": "string"}}},
        "Status": {"type": "object", "required": ["code", "reason"], "additionalProperties": false, "properties": {
        "code": {"$ref": "#/$defs/StatusCode"}, "reason": {"$ref": "#/$defs/Reason"},
        "checked": {"$ref": "#/$defs/PartialDate"}, "source": {"type": "string"}, "by": {"type": "string"},
        "note": {"type": "string"}}},
        "RelationOfRecord": {"type": "object", "required": ["type", "direction"], "additionalProperties": false,
        "oneOf": [{"required": ["record"]}, {"required": ["number"]}], "properties": {
        "type": {"$ref": "#/$defs/RelationType"}, "direction": {"enum": ["outgoing", "incoming"]},
        "record": {"type": "string", "description": "Id of the other record."},
        "number": {"type": "string", "description": "Number of a document that the collection lacks."},
        "numberType": {"type": "string"}, "numberIssued": {"$ref": "#/$defs/PartialDate"},
        "provisions": {"type": "array", "items": {"type": "string"}}, "note": {"type": "string"}}},
        "ObligationOfRecord": {"type": "object", "required": ["task", "state"], "additionalProperties": false,
        "properties": {\(obligation)}},
        "Source": {"type": "object", "required": ["title"], "additionalProperties": false, "properties": {
        "title": {"type": "string"}, "url": {"type": "string"}, "seen": {"$ref": "#/$defs/PartialDate"},
        "note": {"type": "string"}}},
        "Attachment": {"type": "object", "required": ["title", "path"], "additionalProperties": false, "properties": {
        "title": {"type": "string"}, "path": {"type": "string"}}},
        "HistoryEntry": {"type": "object", "required": ["date", "change"], "additionalProperties": false, "properties": {
        "date": {"$ref": "#/$defs/PartialDate"}, "change": {"type": "string"}}},
        "Record": {"type": "object", "required": ["id", "kind", "path", "title"], "additionalProperties": false,
        "properties": {
        "id": {"type": "string", "description": "Stays as long as the record is published."},
        "kind": {"enum": \(words(Kind.allCases.map(\.rawValue)))},
        "path": {"type": "string", "description": "Of its page, relative to the site's root."},
        "url": {"type": "string", "format": "uri"}, "title": {"type": "string"}, "summary": {"type": "string"},
        "number": {"type": "string", "description": "As printed."},
        "type": {"type": "string", "description": "Id in the list of types."},
        "issuers": {"type": "array", "items": {"$ref": "#/$defs/Issuer"}}, "term": {"type": "string"},
        "issued": {"$ref": "#/$defs/PartialDate"}, "place": {"type": "string"},
        "effective": {"$ref": "#/$defs/PartialDate"},
        "expires": {"$ref": "#/$defs/PartialDate", "description": "The first day without force."},
        "signer": {"$ref": "#/$defs/Signer"}, "topics": {"type": "array", "items": {"type": "string"}},
        "form": {"enum": \(words(FindingForm.allCases.map(\.rawValue)))},
        "released": {"$ref": "#/$defs/PartialDate"}, "status": {"$ref": "#/$defs/Status"},
        "states": {"type": "array", "items": {"$ref": "#/$defs/State"}},
        "relations": {"type": "array", "items": {"$ref": "#/$defs/RelationOfRecord"}},
        "obligations": {"type": "array", "items": {"$ref": "#/$defs/ObligationOfRecord"}},
        "sources": {"type": "array", "items": {"$ref": "#/$defs/Source"}},
        "attachments": {"type": "array", "items": {"$ref": "#/$defs/Attachment"}},
        "aliases": {"type": "array", "items": {"type": "string"}},
        "formerIds": {"type": "array", "items": {"type": "string"}},
        "history": {"type": "array", "items": {"$ref": "#/$defs/HistoryEntry"}}}},
        \(files)
        }
        }

        """
    }

    private static let obligation = """
        "task": {"type": "string"}, "responsible": {"type": "string", "description": "An issuer's id, or words."},
        "due": {"$ref": "#/$defs/PartialDate"}, "provision": {"type": "string"},
        "state": {"enum": \(words(ObligationState.allCases.map(\.rawValue)))}
        """

    private static let files = """
        "Index": {"type": "object", "required": ["title", "language", "asOf", "counts", "records", "lists", "relations",
        "obligations", "states", "changes", "schema", "openapi"], "additionalProperties": false, "properties": {
        "title": {"type": "string"}, "description": {"type": "string"}, "url": {"type": "string", "format": "uri"},
        "language": {"enum": ["vi", "en"]},
        "asOf": {"$ref": "#/$defs/Day", "description": "The day that states are computed for."},
        "counts": {"type": "object", "additionalProperties": {"type": "integer"}}, "records": {"type": "string"},
        "lists": {"type": "string"}, "relations": {"type": "string"}, "obligations": {"type": "string"},
        "states": {"type": "string"}, "changes": {"type": "string"}, "schema": {"type": "string"},
        "openapi": {"type": "string"}}},
        "Records": {"type": "object", "required": ["groups"], "additionalProperties": false, "properties": {
        "groups": {"type": "array", "items": {"type": "object", "required": ["group", "count", "href"],
        "additionalProperties": false, "properties": {"group": {"type": "string"}, "count": {"type": "integer"},
        "href": {"type": "string"}}}}}},
        "RecordFile": {"type": "object", "required": ["group", "records"], "additionalProperties": false,
        "properties": {"group": {"type": "string"}, "next": {"$ref": "#/$defs/Next"},
        "records": {"type": "array", "items": {"$ref": "#/$defs/Record"}}}},
        "Lists": {"type": "object", "required": ["lists"], "additionalProperties": false, "properties": {
        "lists": {"type": "array", "items": {"type": "object", "additionalProperties": false,
        "required": ["kind", "id", "name", "count", "path", "csv", "href"], "properties": {
        "kind": {"$ref": "#/$defs/ListKind"}, "id": {"type": "string"}, "name": {"type": "string"},
        "count": {"type": "integer"}, "path": {"type": "string"}, "csv": {"type": "string"},
        "href": {"type": "string"}}}}}},
        "ListFile": {"type": "object", "required": ["kind", "id", "name", "records"], "additionalProperties": false,
        "properties": {"kind": {"$ref": "#/$defs/ListKind"}, "id": {"type": "string"}, "name": {"type": "string"},
        "next": {"$ref": "#/$defs/Next"}, "records": {"type": "array", "items": {"type": "object",
        "required": ["id", "title", "date", "path"], "additionalProperties": false, "properties": {
        "id": {"type": "string"}, "number": {"type": "string"}, "title": {"type": "string"},
        "date": {"$ref": "#/$defs/PartialDate"}, "status": {"$ref": "#/$defs/StatusCode"},
        "path": {"type": "string"}}}}}},
        "Relations": {"type": "object", "required": ["relations"], "additionalProperties": false, "properties": {
        "next": {"$ref": "#/$defs/Next"}, "relations": {"type": "array", "items": {"type": "object",
        "required": ["from", "type"], "additionalProperties": false,
        "oneOf": [{"required": ["record"]}, {"required": ["number"]}], "properties": {
        "from": {"type": "string", "description": "Id of the record that states it."},
        "type": {"$ref": "#/$defs/RelationType"}, "record": {"type": "string"}, "number": {"type": "string"},
        "numberType": {"type": "string"}, "numberIssued": {"$ref": "#/$defs/PartialDate"},
        "provisions": {"type": "array", "items": {"type": "string"}}, "note": {"type": "string"}}}}}},
        "Obligations": {"type": "object", "required": ["obligations"], "additionalProperties": false, "properties": {
        "obligations": {"type": "array", "items": {"type": "object", "required": ["record", "task", "state"],
        "additionalProperties": false, "properties": {"record": {"type": "string"},
        \(obligation)}}}}},
        "States": {"type": "object", "required": ["asOf", "documents"], "additionalProperties": false, "properties": {
        "asOf": {"$ref": "#/$defs/Day"}, "next": {"$ref": "#/$defs/Next"},
        "documents": {"type": "array", "items": {"type": "object", "required": ["record", "code", "states"],
        "additionalProperties": false, "properties": {"record": {"type": "string"},
        "code": {"$ref": "#/$defs/StatusCode"},
        "states": {"type": "array", "items": {"$ref": "#/$defs/State"}}}}}}},
        "Changes": {"type": "object", "required": ["changes"], "additionalProperties": false, "properties": {
        "changes": {"type": "array", "items": {"type": "object", "required": ["record", "date", "kind"],
        "additionalProperties": false, "properties": {"record": {"type": "string"},
        "date": {"$ref": "#/$defs/Day"}, "kind": {"enum": \(words(RecordEvent.Kind.allCases.map(\.rawValue)))},
        "change": {"type": "string"}, "by": {"type": "string"}}}}}}
        """

    private static var statusCodes: [String] {
        StatusValue.allCases.map(\.rawValue)
            + [ShownStatus.replaced, .inForceBySource].map(\.code)
            + StatusValue.allCases.filter { $0 != .unverified }.map { ShownStatus.withoutSource($0).code }
    }

    private static func words(_ words: [String]) -> String {
        "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
}
