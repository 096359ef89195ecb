import EventSourcing
import Foundation
import Glibc
import ZeroMQ

/// A ``PartnerHost`` in a process of its own.
struct Partners: Sendable {
    private let host: Child
    private let file: String

    init(serverKey: String, in folder: WorkFolder) throws {
        host = try Child(role: "partners", [serverKey])
        file = folder.file("arrivals-\(UInt32.random(in: .min ... .max))")
    }

    /// Lets one more partner follow its door, with a store on disk or none.
    func follow(_ guest: Guest, keepingIn path: String? = nil) async throws {
        try host.tell(
            "follow \(guest.name) \(guest.livePort) \(guest.feedPort) \(guest.keys.secretText) \(path ?? "-")"
        )
        _ = try await host.line()
    }

    /// Waits until every partner has applied the event at an offset.
    func reach(_ goal: FeedOffset) async throws {
        try host.tell("reach \(goal.value)")
        try await patiently(for: "event \(goal.value) at every partner") { _ = try await host.line() }
    }

    /// When each event was applied, once for each partner, in nanoseconds; told once.
    func arrivals() async throws -> [(offset: Int64, moment: Int64)] {
        try host.tell("write \(file)")
        _ = try await host.line()
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: UInt8(ascii: "\n")).compactMap {
            line in
            let numbers = line.split(separator: UInt8(ascii: " ")).compactMap {
                Int64(String(decoding: $0, as: UTF8.self))
            }
            return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
    }

    /// Makes the process stand still, as a system that hangs does.
    func stop() { host.signal(SIGSTOP) }

    func goOn() { host.signal(SIGCONT) }

    func finish() async throws { _ = try await host.finish() }
}
