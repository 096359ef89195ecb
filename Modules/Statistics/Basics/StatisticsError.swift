/// Names the inputs for which a figure would be nonsense rather than undefined.
///
/// A base of zero is no error: it makes the figure undefined, which the functions return as nil.
package enum StatisticsError: Error, Sendable, Hashable {
    case countOutOfRange(name: String, value: Int)
    case yesAboveAnswers(yes: Int, answers: Int)
    case answersAbovePopulation(answers: Int, population: Int)
    case confidenceOutOfRange(Double)
    case notPositive(name: String, value: Double)
    /// A number that is not finite, or outside the range that its meaning allows.
    case numberOutOfRange(name: String, value: Double, lower: Double, upper: Double)
    /// A part that is larger than the whole which it belongs to.
    case partAboveWhole(part: String, value: Double, whole: String, of: Double)
    /// Two lists of which each entry belongs to one of the other differ in length.
    case unequalLengths(name: String, count: Int, other: String, otherCount: Int)
    /// Fewer entries than the method can do with.
    case tooFew(name: String, count: Int, needed: Int)
    /// A stratum, counted from 0, with too few answers to know how much they vary.
    case collapseStrata(stratum: Int, answers: Int, population: Int)
    /// A model whose coefficients have no finite or no single best value for these figures.
    case notEstimable(model: String)
}

extension StatisticsError {
    /// The word under which the reference vectors and other programs know the refusal.
    package var code: String {
        switch self {
        case .countOutOfRange: "count_out_of_range"
        case .yesAboveAnswers: "yes_above_answers"
        case .answersAbovePopulation: "answers_above_population"
        case .confidenceOutOfRange: "confidence_out_of_range"
        case .notPositive: "not_positive"
        case .numberOutOfRange: "number_out_of_range"
        case .partAboveWhole: "part_above_whole"
        case .unequalLengths: "unequal_lengths"
        case .tooFew: "too_few"
        case .collapseStrata: "collapse_strata"
        case .notEstimable: "not_estimable"
        }
    }
}

extension StatisticsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .countOutOfRange(let name, let value):
            "\(name) is \(value) and must lie between 0 and \(Count.limit); check the figure that was handed in"
        case .yesAboveAnswers(let yes, let answers):
            "\(yes) counted answers out of \(answers) is impossible; count only answers that are among the valid ones"
        case .answersAbovePopulation(let answers, let population):
            "\(answers) answers from a population of \(population) is impossible; correct the list or remove duplicates"
        case .confidenceOutOfRange(let level):
            "the confidence \(level) is refused because it must lie between 0 and 1, both excluded; give 0.95 for 95 %"
        case .notPositive(let name, let value):
            "\(name) is \(value) and must be a finite number above 0; leave the figure out when there is none"
        case .numberOutOfRange(let name, let value, let lower, let upper):
            "\(name) is \(value) and must lie between \(lower) and \(upper); check the figure that was handed in"
        case .partAboveWhole(let part, let value, let whole, let of):
            "\(part), \(value), cannot be more than \(whole), \(of); correct one of the two"
        case .unequalLengths(let name, let count, let other, let otherCount):
            "\(name) has \(count) entries and \(other) has \(otherCount); give one of each for every case"
        case .tooFew(let name, let count, let needed):
            "\(name) has \(count) entries and at least \(needed) are needed; collect more, or show the counts alone"
        case .collapseStrata(let stratum, let answers, let population):
            "stratum \(stratum) has \(answers) answers from \(population) members, too few to know how much they vary; "
                + "merge it with another stratum"
        case .notEstimable(let model):
            "\(model) has no single finite best fit for these counts; use longer series, or periods without only zeros"
        }
    }
}
