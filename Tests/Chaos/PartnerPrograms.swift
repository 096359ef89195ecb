import Foundation

/// The programs in other languages, as far as this host can run them.
struct PartnerPrograms: Sendable {
    static let python = "/usr/bin/python3"
    let pythonScript: String?
    let cExecutable: String?
    /// Why one of them cannot be run.
    let notes: [String]

    /// Looks for pyzmq, and builds the example in C.
    init(building folder: String) throws {
        let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Examples/partners").path
        var notes: [String] = []
        if try Self.succeeds(Self.python, ["-c", "import zmq"]) {
            pythonScript = "\(examples)/python/kvo_partner.py"
        } else {
            pythonScript = nil
            notes.append("\(Self.python) has no zmq, so that partner runs PartnerKit")
        }
        if try Self.succeeds("/usr/bin/env", ["cc", "--version"]) {
            let built = try Tool.run("/usr/bin/env", ["make", "-s", "-C", "\(examples)/c", "OUT=\(folder)"])
            guard built.status == 0 else { throw ChaosError("the partner in C cannot be built:\n\(built.errors)") }
            cExecutable = "\(folder)/kvo_partner"
        } else {
            cExecutable = nil
            notes.append("there is no cc, so that partner runs PartnerKit")
        }
        self.notes = notes
    }

    private static func succeeds(_ executable: String, _ arguments: [String]) throws -> Bool {
        guard FileManager.default.isExecutableFile(atPath: executable) else { return false }
        return try Tool.run(executable, arguments).status == 0
    }
}
