import Testing

@testable import StatisticsVectors

@Suite("Comparing outputs")
struct ComparisonTests {
    private let exact = VectorTolerance.mixed(relative: 1e-9, absolute: 1e-9)

    private func failures(
        _ got: [String: VectorValue],
        _ expected: [String: VectorValue],
        _ tolerance: VectorTolerance? = nil
    ) -> [FieldFailure] {
        VectorComparison.failures(of: got, against: expected, tolerance ?? exact)
    }

    @Test("a number passes within abs + rel·|b| and fails beyond, with the excess")
    func numbers() throws {
        #expect(failures(["p": 100.0000001], ["p": 100]).isEmpty)
        let failure = try #require(failures(["p": 101], ["p": 100]).first)
        #expect(failure.field == "p")
        #expect(failure.got == 101)
        #expect(failure.expected == 100)
        #expect(abs(try #require(failure.excess) - (1 - 1.01e-7)) < 1e-12)
    }

    @Test("a published tolerance is absolute, but relative for large values when it is small")
    func published() {
        #expect(failures(["p": 1000.4], ["p": 1000], .published(0.5)).isEmpty)
        #expect(!failures(["p": 1000.6], ["p": 1000], .published(0.5)).isEmpty)
        #expect(failures(["p": 1000.0009], ["p": 1000], .published(1e-6)).isEmpty)
        #expect(!failures(["p": 0.500002], ["p": 0.5], .published(1e-6)).isEmpty)
        #expect(failures(["n": 1], ["n": 1], .published(0)).isEmpty)
    }

    @Test(
        "null is matched by null alone",
        arguments: [VectorValue.number(.nan), .number(.infinity), 0, "null", .array([]), .bool(false), nil]
    )
    func null(_ got: VectorValue?) {
        #expect(failures(got.map { ["z": $0] } ?? [:], ["z": .null]).count == 1)
        #expect(failures(["z": .null], ["z": .null]).isEmpty)
    }

    @Test(
        "a number is matched by a number alone, and never by NaN",
        arguments: [VectorValue.number(.nan), .number(.infinity), .null, "0.5", .array([0.5]), nil]
    )
    func notANumber(_ got: VectorValue?) {
        #expect(failures(got.map { ["z": $0] } ?? [:], ["z": 0.5]).count == 1)
    }

    @Test("a missing output is told apart from a null one; further outputs are allowed")
    func missing() throws {
        let missing = try #require(failures(["a": 1], ["a": 1, "b": 2]).first)
        #expect(missing.field == "b")
        #expect(missing.got == nil)
        #expect(missing.description == "b: got nothing, expected 2.0")
        let null = try #require(failures(["a": 1, "b": .null], ["a": 1, "b": 2]).first)
        #expect(null.description == "b: got null, expected 2.0")
        #expect(failures(["a": 1, "c": 3], ["a": 1]).isEmpty)
    }

    @Test("texts and truth values match exactly")
    func words() {
        #expect(failures(["m": "exact", "c": .bool(true)], ["m": "exact", "c": .bool(true)]).isEmpty)
        #expect(failures(["m": "Exact", "c": .bool(false)], ["m": "exact", "c": .bool(true)]).count == 2)
        #expect(failures(["c": 1], ["c": .bool(true)]).count == 1)
    }

    @Test("a list fails by its length, or at each place that differs")
    func lists() {
        #expect(failures(["z": [1, 2]], ["z": [1, 2, 3]]).map(\.field) == ["z"])
        #expect(failures(["z": [1, 5, .null]], ["z": [1, 2, .null]]).map(\.field) == ["z[1]"])
        #expect(failures(["z": [1, 2, 0]], ["z": [1, 2, .null]]).map(\.field) == ["z[2]"])
    }

    @Test("within an output the keys match exactly")
    func objects() {
        let expected: [String: VectorValue] = ["table": .object(["0": 35, "1": 3])]
        #expect(failures(["table": .object(["0": 35, "1": 3])], expected).isEmpty)
        #expect(failures(["table": .object(["0": 35])], expected).map(\.field) == ["table.1"])
        #expect(failures(["table": .object(["0": 35, "1": 3, "2": 1])], expected).map(\.field) == ["table.2"])
    }
}
