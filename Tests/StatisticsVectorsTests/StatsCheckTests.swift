import StatisticsVectors
import Testing

@Suite("Running examples")
struct StatsCheckTests {
    private func example(
        _ method: String,
        _ inputs: [String: VectorValue],
        _ expected: [String: VectorValue]
    ) -> VectorCase {
        VectorCase(
            id: "one",
            method: method,
            inputs: inputs,
            expected: expected,
            tolerance: .mixed(relative: 1e-9, absolute: 1e-9)
        )
    }

    @Test("a right value passes, a wrong one fails")
    func values() {
        let right = StatsCheck.run(example("response_rate", Self.response, ["eligible": 113]))
        #expect(right.outcome == .passed)
        let wrong = StatsCheck.run(
            example("response_rate", Self.response, ["eligible": 112, "rate": 0.3185840707964602])
        )
        guard case .failed(let failures) = wrong.outcome else { Issue.record("\(wrong.outcome)"); return }
        #expect(failures.map(\.field) == ["eligible"])
    }

    @Test("a method that does not exist is skipped, and named once")
    func skipping() {
        let file = VectorFile(cases: [
            example("made_up", [:], ["x": 1]), example("response_rate", Self.response, ["eligible": 113]),
            example("made_up", [:], ["x": 2]),
        ])
        let report = StatsCheck.run(file)
        #expect(report.results.map(\.outcome) == [.skipped, .passed, .skipped])
        #expect(report.lines == ["skipped: made_up", "1 passed, 0 failed, 2 skipped"])
    }

    @Test("a refusal under the expected code passes; under another it fails")
    func refusals() {
        let inputs: [String: VectorValue] = [
            "N_h": [60, 40], "n_h": [12, 1], "x_h": [3, 1],
        ]
        #expect(StatsCheck.run(example("poststrat_prop", inputs, ["error": "collapse_strata"])).outcome == .passed)
        let other = StatsCheck.run(example("poststrat_prop", inputs, ["error": "too_few"]))
        #expect(other.outcome != .passed)
        let none = StatsCheck.run(example("poststrat_prop", inputs, ["p": 0.4]))
        guard case .refused(let why) = none.outcome else { Issue.record("\(none.outcome)"); return }
        #expect(why.contains("merge it with another stratum"))
    }

    @Test("an expected refusal that does not come is a failure")
    func noRefusal() {
        let result = StatsCheck.run(example("response_rate", Self.response, ["error": "part_above_whole"]))
        guard case .failed(let failures) = result.outcome else { Issue.record("\(result.outcome)"); return }
        #expect(failures.map(\.description) == ["error: got nothing, expected \"part_above_whole\""])
    }

    @Test("an input that is missing, of another kind or unknown is refused by name")
    func inputs() {
        var report = StatsCheck.run(VectorFile(cases: [example("prop_wilson", ["x": 3], ["p": 1])]))
        #expect(
            report.lines.first
                == "failed: one was refused: the input \"n\" is missing where a number is needed; correct the example"
        )
        report = StatsCheck.run(VectorFile(cases: [example("prop_clopper_pearson", ["x": 3, "n": 7.5], ["p": 1])]))
        #expect(report.lines.first?.contains("\"n\" is 7.5 where a whole number is needed") == true)
        report = StatsCheck.run(VectorFile(cases: [example("prop_wilson", ["x": 3, "n": 7, "m": 1], ["p": 1])]))
        #expect(report.lines.first?.contains("prop_wilson knows no input named \"m\"") == true)
        #expect(report.failed == 1)
    }

    @Test("the report names each output that differs with both values, and ends with the numbers")
    func report() {
        let file = VectorFile(cases: [example("response_rate", Self.response, ["eligible": 100, "rate": .null])])
        #expect(
            StatsCheck.run(file).lines == [
                "failed: one eligible: got 113.0, expected 100.0, 12.999999899 beyond the tolerance",
                "failed: one rate: got 0.3185840707964602, expected null", "0 passed, 1 failed, 0 skipped",
            ]
        )
    }

    private static let response: [String: VectorValue] = [
        "invited": 120, "undeliverable": 7, "ineligible": 0, "complete": 36, "partial": 4,
        "count_partials": .bool(false),
    ]
}
