import Drawing

/// A picture of shares, told by values and words alone. Words come ready in the reader's language.
public enum Chart: Sendable, Hashable {
    /// A bar per answer, from a zero line.
    case bars([Mark])
    /// A dot per answer with the interval around it.
    case dots([Mark])
    /// A bar per group that is filled by the points of an ordered scale.
    case stacked(rows: [Stack], scale: [ScalePoint], withheld: WithheldWords)
    /// Sets of bars, drawn alike so that they can be compared. Dense ones have many bars with short labels.
    case multiples([Panel], isDense: Bool)
    /// One line per answer over several surveys.
    case trend(Trend)

    /// One value.
    public struct Mark: Sendable, Hashable {
        public var label: String
        /// Share from 0 to 1; nil when there is none to show.
        public var value: Double?
        public var lower: Double?
        public var upper: Double?
        /// What stands at the mark: the share in words, or why there is none.
        public var text: String
        /// Whether it is no opinion (“khó nói”): drawn grey, outside the scale.
        public var isNeutral: Bool

        public init(
            label: String, value: Double?, lower: Double? = nil, upper: Double? = nil, text: String,
            isNeutral: Bool = false
        ) {
            self.label = label
            self.value = value
            self.lower = lower
            self.upper = upper
            self.text = text
            self.isNeutral = isNeutral
        }
    }

    /// One point of a scale.
    public struct ScalePoint: Sendable, Hashable {
        public var label: String
        /// Whether it is no opinion and so has no place in the order.
        public var isNeutral: Bool

        public init(label: String, isNeutral: Bool = false) {
            self.label = label
            self.isNeutral = isNeutral
        }
    }

    /// What stands where something is withheld.
    public struct WithheldWords: Sendable, Hashable {
        public var long: String
        /// For a gap that is too narrow for more; also before the names of what is withheld.
        public var short: String

        public init(long: String, short: String) {
            self.long = long
            self.short = short
        }
    }

    /// One group's answers on a scale.
    public struct Stack: Sendable, Hashable {
        public var label: String
        /// By point of the scale, first to last; without a value where it is withheld.
        public var parts: [Mark]

        public init(label: String, parts: [Mark]) {
            self.label = label
            self.parts = parts
        }
    }

    public struct Panel: Sendable, Hashable {
        public var title: String
        public var marks: [Mark]

        public init(title: String, marks: [Mark]) {
            self.title = title
            self.marks = marks
        }
    }

    public struct Trend: Sendable, Hashable {
        /// The surveys, oldest first.
        public var times: [Time]
        public var lines: [Line]
        /// The line that the picture's title speaks of.
        public var subject: Int?

        public struct Time: Sendable, Hashable {
            public var label: String
            /// Where it lies, in years.
            public var position: Double
            /// A note where the question's wording differs from the survey before: the line breaks there.
            public var breakNote: String?

            public init(label: String, position: Double, breakNote: String? = nil) {
                self.label = label
                self.position = position
                self.breakNote = breakNote
            }
        }

        public struct Line: Sendable, Hashable {
            public var label: String
            /// By time.
            public var points: [Mark]
            public var isNeutral: Bool

            public init(label: String, points: [Mark], isNeutral: Bool = false) {
                self.label = label
                self.points = points
                self.isNeutral = isNeutral
            }
        }

        public init(times: [Time], lines: [Line], subject: Int? = nil) {
            self.times = times
            self.lines = lines
            self.subject = subject
        }
    }
}

/// A page holds both widths of a chart and shows the one that fits.
public typealias ChartWidth = FigureWidth
