/// The ids of a body: each is given once, in printed order.
struct Anchors {
    private(set) var taken: Set<String>
    private let reserved: Set<String>
    /// Where counting goes on for a base that was asked for before.
    private var counts: [String: Int] = [:]

    init(reserved: Set<String>) {
        taken = []
        self.reserved = reserved
    }

    /// The base itself, or `base-2`, `base-3`, … when it is taken.
    mutating func claim(_ base: String) -> String {
        if !reserved.contains(base), taken.insert(base).inserted { return base }
        var count = counts[base] ?? 1
        while true {
            count += 1
            let anchor = "\(base)-\(count)"
            if !reserved.contains(anchor), taken.insert(anchor).inserted {
                counts[base] = count
                return anchor
            }
        }
    }
}
