/// Data that the browser's scripts load: the same JSON in two files.
///
/// `NAME.json` is what a page fetches over http, where the browser lets no page of another origin read it. Browsers refuse
/// `fetch` for pages that are opened from a folder but run script tags there, so `NAME.js` hands the same JSON to a function.
/// A script tag, unlike `fetch`, may name any origin. So that a page of another site cannot load this script and receive
/// what it holds, the script asks first whether it runs in a page that was opened from disk:
///
/// - `location.protocol` of a window is unforgeable: `location` and its `protocol` are own properties that cannot be
///   configured, and `let location` is a syntax error where the global object has such a property.
/// - In a worker (`importScripts` may name any origin, too) both can be redefined, so the script asks besides for
///   `document.all`, the one object of JavaScript whose `typeof` is "undefined". Only a window has one, and nothing made
///   by a script behaves so.
/// - Under "use strict", what a getter of the page could learn about its callers (`Function.caller`, V8's
///   `CallSite.getFunction`) is withheld.
public struct DataFile: Sendable {
    /// Path in the site without extension, such as `search/records/0`.
    public var name: String
    public var json: [UInt8]

    public init(name: String, json: [UInt8]) {
        self.name = name
        self.json = json
    }

    /// The file that is fetched over http.
    public var jsonFile: OutputFile { OutputFile(path: "\(name).json", bytes: json) }

    /// The script that pages opened from disk run.
    public var scriptFile: OutputFile {
        let opening = Self.opening(name)
        var script: [UInt8] = []
        script.reserveCapacity(opening.utf8.count + json.count + Self.closing.utf8.count)
        script.append(contentsOf: opening.utf8)
        script.append(contentsOf: json)
        script.append(contentsOf: Self.closing.utf8)
        return OutputFile(path: "\(name).js", bytes: script)
    }

    /// What stands before the JSON in the script.
    public static func opening(_ name: String) -> String { "\(guardCondition)&&tracuuShard(\"\(name)\"," }

    /// What stands after the JSON in the script.
    public static let closing = ");\n"

    private static let guardCondition =
        #""use strict";location.protocol==="file:"&&(d=>typeof d==="undefined"&&d!==void 0)(document.all)"#
}
