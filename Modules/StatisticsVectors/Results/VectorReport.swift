/// How the examples of a file went: each is passed, failed or skipped.
package struct VectorReport: Sendable, Hashable {
    /// The results in the order of the file.
    package let results: [CaseResult]

    /// How many gave all that was expected.
    package var passed: Int { results.count { $0.outcome == .passed } }
    /// How many were for methods that do not exist here.
    package var skipped: Int { results.count { $0.outcome == .skipped } }
    /// How many did not give what was expected, or were refused.
    package var failed: Int { results.count - passed - skipped }
    /// The methods that do not exist here, each once, in the order of the file.
    package var skippedMethods: [String] {
        var seen: Set<String> = []
        return results.filter { $0.outcome == .skipped }.map(\.method).filter { seen.insert($0).inserted }
    }

    /// The lines that say all this to a person: one for each output that failed, one for the skipped methods, and the
    /// numbers.
    package var lines: [String] {
        results.flatMap(\.lines) + (skipped == 0 ? [] : ["skipped: " + skippedMethods.joined(separator: ", ")])
            + ["\(passed) passed, \(failed) failed, \(skipped) skipped"]
    }
}

extension CaseResult {
    fileprivate var lines: [String] {
        switch outcome {
        case .passed, .skipped: []
        case .failed(let failures): failures.map { "failed: \(id) \($0)" }
        case .refused(let why): ["failed: \(id) was refused: \(why)"]
        }
    }
}
