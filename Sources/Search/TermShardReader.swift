/// The entries of a term shard in their order. Syllables and entries hold neither quotation marks nor backslashes, so that
/// reading is cutting.
enum TermShardReader {
    struct Entry: Equatable, Sendable {
        var term: IndexTerm
        var bytes: ArraySlice<UInt8>
    }

    static func singles(_ json: [UInt8]) throws -> [Entry] {
        var cursor = Cursor(json: json)
        try cursor.skip("{")
        return try cursor.object { cursor, key in
            Entry(term: IndexTerm(first: Array(key), second: nil), bytes: try cursor.string())
        }
    }

    static func pairs(_ json: [UInt8]) throws -> [Entry] {
        var cursor = Cursor(json: json)
        try cursor.skip("{")
        return try cursor.object { cursor, first in
            try cursor.skip("{")
            let first = Array(first)
            return try cursor.object { cursor, second in
                Entry(term: IndexTerm(first: first, second: Array(second)), bytes: try cursor.string())
            }
        }.flatMap { $0 }
    }

    /// The items of a list of lists, as they stand there.
    static func rows(_ json: [UInt8]) throws -> [ArraySlice<UInt8>] {
        var rows: [ArraySlice<UInt8>] = []
        var depth = 0
        var start = 0
        var index = 0
        while index < json.count {
            switch json[index] {
            case UInt8(ascii: "["):
                depth += 1
                if depth == 2 { start = index }
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == 1 { rows.append(json[start...index]) }
            case UInt8(ascii: "\""):
                index += 1
                while index < json.count, json[index] != UInt8(ascii: "\"") {
                    index += json[index] == UInt8(ascii: "\\") ? 2 : 1
                }
            default: break
            }
            index += 1
        }
        guard depth == 0 else { throw SearchIndexError.damaged(path: "search/records") }
        return rows
    }

    private struct Cursor {
        let json: [UInt8]
        var index = 0

        mutating func skip(_ character: Unicode.Scalar) throws {
            guard index < json.count, json[index] == UInt8(ascii: character) else {
                throw SearchIndexError.damaged(path: "search/terms")
            }
            index += 1
        }

        mutating func string() throws -> ArraySlice<UInt8> {
            try skip("\"")
            guard let end = json[index...].firstIndex(of: UInt8(ascii: "\"")) else {
                throw SearchIndexError.damaged(path: "search/terms")
            }
            defer { index = end + 1 }
            return json[index..<end]
        }

        /// What stands between an opened brace and its end.
        mutating func object<Value>(_ read: (inout Cursor, ArraySlice<UInt8>) throws -> Value) throws -> [Value] {
            var values: [Value] = []
            while index < json.count, json[index] != UInt8(ascii: "}") {
                if !values.isEmpty { try skip(",") }
                let key = try string()
                try skip(":")
                values.append(try read(&self, key))
            }
            try skip("}")
            return values
        }
    }
}
