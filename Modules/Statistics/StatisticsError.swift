/// Names the inputs for which a figure would be nonsense rather than undefined.
///
/// A base of zero is no error: it makes the figure undefined, which the functions return as nil.
package enum StatisticsError: Error, Sendable, Hashable {
    case countOutOfRange(name: String, value: Int)
    case yesAboveAnswers(yes: Int, answers: Int)
    case answersAbovePopulation(answers: Int, population: Int)
    case confidenceOutOfRange(Double)
    case notPositive(name: String, value: Double)
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
            "\(name) is \(value) and must be a finite number above 0; leave the rate out when nothing was exposed"
        }
    }
}
