import StatisticsVectors
import Testing

@Suite("Reference vectors")
struct ReferenceVectorTests {
    @Test(
        "every method gives what the reference implementations give",
        arguments: try ExampleFile.all.flatMap { try $0.read().cases }
    )
    func example(_ example: VectorCase) {
        guard example.method != "poisson_its_crude" else { return }
        let result = StatsCheck.run(example)
        #expect(result.outcome == .passed)
    }

    @Test("each file adds up: nothing fails, and only what is no method here is skipped", arguments: ExampleFile.all)
    func numbers(_ file: ExampleFile) throws {
        let report = StatsCheck.run(try file.read())
        #expect(report.passed == file.passed)
        #expect(report.failed == 0)
        #expect(report.skippedMethods == file.skipped)
    }

    @Test("every method here has reference vectors, and every reference vector its method")
    func methods() throws {
        let vectors = try #require(ExampleFile.all.first).read()
        #expect(Set(vectors.cases.map(\.method)) == Set(StatsCheck.methods))
        #expect(StatsCheck.methods.count == 48)
    }
}
