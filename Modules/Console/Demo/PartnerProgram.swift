import CloudEvents
import Foundation

/// A partner's system as it can be run here, and how what it has kept is read.
struct PartnerProgram {
    /// What a partner's system can be written in.
    enum Language: String {
        case swift = "Swift"
        case python = "Python"
        case c = "C"
    }

    /// An event that a partner has kept.
    struct Kept: Decodable {
        /// An event's identity.
        struct Identity: Decodable, Hashable {
            let source: String
            let id: String
            let sequence: String?
        }

        let offset: Int64
        let event: Identity
    }

    let language: Language
    /// What is run: the program itself, or the interpreter of its script.
    let executable: URL
    /// What comes before the options.
    private let script: [String]

    /// Finds the example in a language, or the one in Swift where the other cannot be run.
    ///
    /// - Parameters:
    ///   - language: The language that is wanted.
    ///   - examples: The folder with the examples.
    ///   - folder: Where what has to be built is put.
    /// - Returns: The program.
    /// - Throws: ``ConsoleError`` when not even the example in Swift is there.
    static func find(_ language: Language, examples: String, folder: String) throws -> PartnerProgram {
        let partners = "\(examples)/partners"
        switch language {
        case .python:
            let script = "\(partners)/python/kvo_partner.py"
            let canRun = "import zmq; assert zmq.has('curve')"
            guard FileManager.default.fileExists(atPath: script), succeeds(python, ["-c", canRun]) else { break }
            return PartnerProgram(language: .python, executable: URL(fileURLWithPath: python), script: [script])
        case .c:
            guard succeeds("/usr/bin/make", ["-s", "-C", "\(partners)/c", "OUT=\(folder)"]) else { break }
            let executable = URL(fileURLWithPath: "\(folder)/kvo_partner")
            return PartnerProgram(language: .c, executable: executable, script: [])
        case .swift: break
        }
        return PartnerProgram(language: .swift, executable: try ChildProcesses.executable("partner"), script: [])
    }

    /// What it is started with to follow a door.
    func arguments(at door: DemoDoor) -> [String] {
        script + [
            "--live", "tcp://127.0.0.1:\(door.livePort)", "--feed", "tcp://127.0.0.1:\(door.feedPort)",
            "--keys", door.keyFile, "--server-key", door.serverKeyFile, "--state", door.state, "--name", "demo",
        ]
    }

    /// Reads what it has kept, in its order; to be asked once it has stopped.
    func kept(in state: String) throws -> [Kept] {
        let lines =
            switch language {
            case .c: try Data(contentsOf: URL(fileURLWithPath: "\(state).events"))
            case .swift: try Data(contentsOf: URL(fileURLWithPath: state))
            case .python: try Self.output(of: Self.python, ["-c", Self.listing, state])
            }
        return try lines.split(separator: UInt8(ascii: "\n")).map { try JSON.decode(Kept.self, from: Data($0)) }
    }

    /// The interpreter for which the system's pyzmq is installed.
    private static let python = "/usr/bin/python3"

    private static let listing = """
        import json, sqlite3, sys
        for offset, body in sqlite3.connect(sys.argv[1]).execute("SELECT offset, body FROM event ORDER BY offset"):
            print(json.dumps({"offset": offset, "event": json.loads(body)}))
        """

    private static func succeeds(_ path: String, _ arguments: [String]) -> Bool {
        guard FileManager.default.isExecutableFile(atPath: path) else { return false }
        return (try? output(of: path, arguments)) != nil
    }

    private static func output(of path: String, _ arguments: [String]) throws -> Data {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ConsoleError.demonstration("\(path) ended with status \(process.terminationStatus).")
        }
        return data
    }
}
