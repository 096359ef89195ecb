/// How a figure is judged: three colours, each always with words.
enum Verdict: String, Hashable, Sendable {
    case better = "beter"
    case same = "gelijk"
    case worse = "slechter"

    /// The colour.
    var colour: String {
        switch self {
        case .better: Ink.better
        case .same: Ink.soft
        case .worse: Ink.worse
        }
    }

    /// The words in their colour.
    func markup(_ words: String) -> Markup { .tag("span", ["class": "verdict \(rawValue)"], text: words) }
}
