import Foundation
import StatisticsVectors
import Testing

/// The files of examples beside the tests.
struct ExampleFile: Sendable, CustomTestStringConvertible {
    let name: String
    let passed: Int
    var skipped: [String] = []

    var testDescription: String { name }

    static let all = [
        ExampleFile(name: "public", passed: 79),
        ExampleFile(name: "published_public", passed: 27, skipped: ["poisson_its_crude"]),
        ExampleFile(name: "further", passed: 239),
        ExampleFile(name: "precise", passed: 124),
    ]

    func read() throws -> VectorFile {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources")
        return try VectorFile(json: Data(contentsOf: folder.appending(path: "\(name).json")))
    }
}

extension VectorCase: CustomTestStringConvertible {
    package var testDescription: String { id }
}
