import Foundation
import Synchronization
import Testing
import ZeroMQ

/// Names the transports that every test of sockets runs over.
enum Wire: String, CaseIterable, CustomTestStringConvertible {
    case ipc
    case tcp

    var testDescription: String { rawValue }
}

/// Gives a test its own folder for socket files and removes it afterwards.
final class SocketFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/zmq-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Gives an address that no other test uses: a file in the folder, or a port that the system chooses.
    func endpoint(_ wire: Wire, _ name: String = "s") throws -> LocalEndpoint {
        switch wire {
        case .ipc: try LocalEndpoint("ipc://\(path)/\(name)")
        case .tcp: try LocalEndpoint("tcp://127.0.0.1:\(OwnPort.next())")
        }
    }
}

/// Gives out ports that the system gives to nobody: a test that binds one again must not find another socket there.
enum OwnPort {
    private static let last = Atomic(UInt16.random(in: 10_000...15_000))

    static func next() -> UInt16 { last.add(1, ordering: .relaxed).newValue }
}

/// Runs a test with a messaging thread that is shut down whatever happens.
func withIOThread(_ body: (IOThread, SocketFolder) async throws -> Void) async throws {
    let folder = try SocketFolder()
    let ioThread = try IOThread()
    do {
        try await body(ioThread, folder)
    } catch {
        await ioThread.shutDown()
        throw error
    }
    await ioThread.shutDown()
}

extension [UInt8] {
    init(text: String) { self = Array(text.utf8) }

    /// Holds a number in eight bytes.
    init(number: Int) { self = (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }

    var number: Int { Int(reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }) }
}
