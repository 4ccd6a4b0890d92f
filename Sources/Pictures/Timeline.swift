/// A document's life and family on one axis of time.
///
/// Moments are years as numbers, `2014.63` being in August 2014; what is known to the month or the year only is a range.
public struct Timeline: Sendable, Hashable {
    /// Its own life; empty when no source dates it.
    public var life: [Stretch]
    public var lanes: [Lane]
    /// The day up to which the picture goes.
    public var today: Double
    public var words: Words

    /// A stretch of its life in one state.
    public struct Stretch: Sendable, Hashable {
        public var from: Double
        /// Nil for the one that lasts.
        public var to: Double?
        public var status: PictureStatus

        public init(from: Double, to: Double?, status: PictureStatus) {
            self.from = from
            self.to = to
            self.status = status
        }
    }

    /// The documents that bear on it in one way.
    public struct Lane: Sendable, Hashable {
        /// The verb.
        public var label: String
        /// Where the whole list of them stands.
        public var address: String
        /// By time.
        public var events: [Event]
        /// What of the lane has no place on the axis, in words.
        public var undated: String?

        public init(label: String, address: String, events: [Event], undated: String? = nil) {
            self.label = label
            self.address = address
            self.events = events
            self.undated = undated
        }
    }

    public struct Event: Sendable, Hashable {
        public var document: PictureDocument
        public var when: ClosedRange<Double>

        public init(document: PictureDocument, when: ClosedRange<Double>) {
            self.document = document
            self.when = when
        }

        var middle: Double { (when.lowerBound + when.upperBound) / 2 }
    }

    public struct Words: Sendable, Hashable {
        /// “Văn bản này”
        public var itself: String
        /// The day up to which the picture goes, in words.
        public var today: String

        public init(itself: String, today: String) {
            self.itself = itself
            self.today = today
        }
    }

    public init(life: [Stretch], lanes: [Lane], today: Double, words: Words) {
        self.life = life
        self.lanes = lanes
        self.today = today
        self.words = words
    }
}
