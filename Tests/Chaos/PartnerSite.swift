import Contracts
import Foundation
import Keys
import Scheme
import ZeroMQ

/// A partner's own place: its keys, its program, and the list of what it has received.
struct PartnerSite: Sendable {
    let role: PartnerRole
    let partner: PartnerID
    let program: PartnerProgramKind
    let process: ChildProcess
    /// The name by which the program acknowledges.
    let consumer = "chaos"
    private let folder: String
    private let livePort: Int
    private let feedPort: Int

    /// Makes the folder, the keys and the program's command line.
    init(
        _ role: PartnerRole,
        in system: String,
        ports: (live: Int, feed: Int),
        programs: PartnerPrograms
    ) throws {
        guard let partner = PartnerID(role.name) else { throw ChaosError("\(role.name) is no partner's name") }
        self.role = role
        self.partner = partner
        (livePort, feedPort) = ports
        folder = "\(system)/partner-\(role.name)"
        try KeyFolder(folder).make(role.name)
        let serverKey = "\(folder)/gateway.public"
        try FileManager.default.copyItem(atPath: "\(system)/keys/gateway.public", toPath: serverKey)
        let door = ["--live", "tcp://127.0.0.1:\(ports.live)", "--feed", "tcp://127.0.0.1:\(ports.feed)"]
        let keys = ["--keys", "\(folder)/\(role.name).secret", "--server-key", serverKey]
        let rest = ["--state", "\(folder)/list", "--name", consumer]
        let executable: URL
        var first: [String] = []
        if role.program == .python, let script = programs.pythonScript {
            program = .python
            executable = URL(fileURLWithPath: PartnerPrograms.python)
            first = [script]
        } else if role.program == .c, let path = programs.cExecutable {
            program = .c
            executable = URL(fileURLWithPath: path)
        } else {
            program = .swift
            executable = try ChildProcess.executable("chaos")
            first = ["partner"]
        }
        process = ChildProcess(role.name, executable, first + door + keys + rest, log: "\(system)/\(role.name).log")
    }

    /// The command that admits it.
    func admission() throws -> AddPartner {
        guard let organisation = OrganisationNames.id("org-\(role.name)"),
            let key = PartnerKey(try KeyFolder(folder).publicKeys(of: role.name)[0].description)
        else { throw ChaosError("\(role.name) has no organisation or key") }
        return AddPartner(
            partner: partner,
            organisation: organisation,
            name: "Partner \(role.name)",
            key: key,
            livePort: livePort,
            feedPort: feedPort
        )
    }

    /// What it has on its disk, in the order in which it was put there.
    func received() throws -> [ReceivedLine] {
        switch program {
        case .swift: try ReceivedLine.readList("\(folder)/list")
        case .c: try ReceivedLine.readLines(of: "\(folder)/list")
        case .python: try ReceivedLine.readDatabase("\(folder)/list")
        }
    }
}
