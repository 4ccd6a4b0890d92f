import Editing
import Encodings

/// The lines that differ between two versions of a file, for the screens.
enum DifferenceListing {
    static func write(_ old: [UInt8], _ new: [UInt8], _ json: inout JSONText) {
        write(LineDifference.between(WholeFileText.shown(old), WholeFileText.shown(new)), &json)
    }

    static func write(_ lines: [DifferenceLine], _ json: inout JSONText) {
        json.list(lines) { json, line in
            json.object {
                $0.member("kind", line.kind.rawValue)
                $0.member("text", line.text)
            }
        }
    }
}
