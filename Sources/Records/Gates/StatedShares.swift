/// Finds percentages and margins of error in running text.
enum StatedShares {
    struct Place: Sendable {
        var offset: Int
        var isMargin: Bool
    }

    /// `62 %`, `62,5%`, `62 phần trăm`, `±`, `+/-`.
    static func find(in bytes: [UInt8]) -> [Place] {
        var places: [Place] = []
        var afterDigit = false
        var addressEnd = 0
        for (index, byte) in bytes.enumerated() where index >= addressEnd {
            switch byte {
            // Web addresses escape bytes with the same sign.
            case UInt8(ascii: "h"): addressEnd = PersonalData.webAddressEnd(bytes, index) ?? 0
            case UInt8(ascii: "%") where afterDigit:
                places.append(Place(offset: index, isMargin: false))
                afterDigit = false
            case UInt8(ascii: "p") where afterDigit && bytes[index...].starts(with: "phần trăm".utf8):
                places.append(Place(offset: index, isMargin: false))
                afterDigit = false
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xB1,
                UInt8(ascii: "+") where bytes[index...].starts(with: "+/-".utf8):
                places.append(Place(offset: index, isMargin: true))
                afterDigit = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"): afterDigit = true
            // A blank, also one that does not break, may stand between figure and sign.
            case UInt8(ascii: " "), 0xC2, 0xA0: break
            default: afterDigit = false
            }
        }
        return places
    }
}
