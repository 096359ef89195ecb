import Statistics

/// Runs the examples of a file through the methods of `Statistics`.
package enum StatsCheck {
    /// The names of all methods there are, in alphabetical order.
    package static var methods: [String] { VectorMethod.byName.keys.sorted() }

    /// Runs every example whose method exists; the others are skipped.
    package static func run(_ file: VectorFile) -> VectorReport {
        VectorReport(results: file.cases.map(run))
    }

    /// Runs one example.
    ///
    /// An expected `error` is given by a refusal under that code; any other refusal is a failure.
    package static func run(_ example: VectorCase) -> CaseResult {
        CaseResult(id: example.id, method: example.method, outcome: outcome(of: example))
    }

    private static func outcome(of example: VectorCase) -> CaseResult.Outcome {
        guard let method = VectorMethod.byName[example.method] else { return .skipped }
        if let unknown = example.inputs.keys.sorted().first(where: { !method.inputs.contains($0) }) {
            return .refused("\(example.method) knows no input named \"\(unknown)\"; correct the example")
        }
        let outputs: [String: VectorValue]
        do {
            outputs = try method.run(VectorInputs(fields: example.inputs))
        } catch let error as StatisticsError where example.expected.keys.contains("error") {
            outputs = ["error": .string(error.code)]
        } catch {
            return .refused("\(error)")
        }
        let failures = VectorComparison.failures(of: outputs, against: example.expected, example.tolerance)
        return failures.isEmpty ? .passed : .failed(failures)
    }
}
