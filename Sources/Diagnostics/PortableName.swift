/// Names of files and folders that survive being copied to Windows, to a share and to a stick.
public enum PortableName {
    /// Why Windows cannot use a name, one part of a path; nil when it can.
    public static func problem(_ name: some Collection<UInt8>) -> BilingualText? {
        if let byte = name.first(where: isForbidden) {
            let sign =
                byte < 0x20 ? "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16) : String(UnicodeScalar(byte))
            return BilingualText(vi: "không cho ký tự “\(sign)”", en: "“\(sign)” is not allowed")
        }
        if let last = last(name), last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
            return BilingualText(
                vi: "tên không được kết thúc bằng dấu chấm hay dấu cách", en: "names must not end in a dot or a blank")
        }
        guard isReserved(name) else { return nil }
        return BilingualText(vi: "tên này dành riêng cho thiết bị", en: "the name is kept for a device")
    }

    private static func last(_ name: some Collection<UInt8>) -> UInt8? {
        var last: UInt8?
        for byte in name { last = byte }
        return last
    }

    /// Device names, in any case, with any extension: `con`, `AUX.pdf`, `com1.tar.gz`.
    private static func isReserved(_ name: some Collection<UInt8>) -> Bool {
        // Almost no name begins like one.
        guard let first = name.first, "cpanl".utf8.contains(first | 0x20) else { return false }
        var stem = name.prefix { $0 != UInt8(ascii: ".") }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        while stem.last == UInt8(ascii: " ") { stem.removeLast() }
        switch stem.count {
        case 3: return ["con", "prn", "aux", "nul"].contains { stem.elementsEqual($0.utf8) }
        case 4, 5:
            guard stem.starts(with: "com".utf8) || stem.starts(with: "lpt".utf8) else { return false }
            // Windows takes the raised ¹, ² and ³ of Latin-1 for figures, too.
            let rest = String(decoding: stem[3...], as: UTF8.self)
            return ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(rest)
        case 6: return stem.elementsEqual("conin$".utf8)
        case 7: return stem.elementsEqual("conout$".utf8)
        default: return false
        }
    }

    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""),
            UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}
