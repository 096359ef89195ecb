import Foundation
import Testing

@testable import ZeroMQ

@Suite("Binding", .timeLimit(.minutes(1)))
struct BindingTests {
    @Test("a wildcard port is replaced by the one the system chose", arguments: ["127.0.0.1", "[::1]"])
    func wildcard(host: String) async throws {
        try await withIOThread { ioThread, _ in
            let server = try await Station.open(ioThread, .router)
            try await server.echo()
            let bound = try await server.bind(LocalEndpoint("tcp://\(host):*"))
            #expect(!bound.isWildcard)
            #expect(bound.description.hasPrefix("tcp://\(host):"))
            let client = try await Station.open(ioThread, .dealer)
            try await client.connect(bound)
            try await client.sendWhenConnected([[1]])
            #expect(await client.received(atLeast: 1) == [[[1]]])
        }
    }

    @Test("a wildcard port cannot be connected to")
    func wildcardConnect() async throws {
        try await withIOThread { ioThread, _ in
            let client = try await Station.open(ioThread, .dealer)
            let error = await #expect(throws: ZeroMQError.self) {
                try await client.connect(LocalEndpoint("tcp://127.0.0.1:*"))
            }
            #expect(error?.code == .portNeeded)
            #expect(error?.description.contains("tcp://127.0.0.1:*") == true)
        }
    }

    @Test("an address in use is refused, and its owner keeps working", arguments: Wire.allCases)
    func inUse(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            let owner = try await Station.open(ioThread, .router)
            try await owner.echo()
            let endpoint = try await owner.bind(folder.endpoint(wire))
            let second = try await Station.open(ioThread, .router)
            let error = await #expect(throws: ZeroMQError.self) { try await second.bind(endpoint) }
            #expect(error == ZeroMQError(.addressInUse, .bind, endpoint: endpoint.description))
            #expect(error?.description.contains(endpoint.description) == true)
            let client = try await Station.open(ioThread, .dealer)
            try await client.connect(endpoint)
            try await client.sendWhenConnected([[1]])
            #expect(await client.received(atLeast: 1) == [[[1]]])
        }
    }

    @Test("a closed socket's address can be bound again at once", arguments: Wire.allCases)
    func rebind(wire: Wire) async throws {
        try await withIOThread { ioThread, folder in
            var endpoint = try folder.endpoint(wire)
            for round in 0..<30 {
                let server = try await Station.open(ioThread, .router)
                try await server.echo()
                endpoint = try await server.bind(endpoint)
                let client = try await Station.open(ioThread, .dealer)
                try await client.connect(endpoint)
                try await client.sendWhenConnected([.init(number: round)])
                #expect(await client.received(atLeast: 1) == [[.init(number: round)]])
                try await client.close()
                try await server.close()
            }
        }
    }

    @Test("the socket file of a process that no longer runs does not stand in the way")
    func staleFile() async throws {
        try await withIOThread { ioThread, folder in
            let endpoint = try folder.endpoint(.ipc)
            let stale = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: endpoint.location.utf8) }
            let status = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.bind(stale, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            close(stale)
            try #require(status == 0 && FileManager.default.fileExists(atPath: endpoint.location))
            let server = try await Station.open(ioThread, .router)
            #expect(try await server.bind(endpoint) == endpoint)
        }
    }

    @Test("a document at the path is not replaced by a socket")
    func foreignFile() async throws {
        try await withIOThread { ioThread, folder in
            let endpoint = try folder.endpoint(.ipc)
            try #require(FileManager.default.createFile(atPath: endpoint.location, contents: Data([1, 2, 3])))
            let server = try await Station.open(ioThread, .router)
            let error = await #expect(throws: ZeroMQError.self) { try await server.bind(endpoint) }
            #expect(error?.code == .notASocket)
            #expect(FileManager.default.contents(atPath: endpoint.location) == Data([1, 2, 3]))
        }
    }

    @Test("a missing directory is named")
    func missingDirectory() async throws {
        try await withIOThread { ioThread, folder in
            let server = try await Station.open(ioThread, .router)
            let endpoint = try LocalEndpoint("ipc://\(folder.path)/none/s")
            let error = await #expect(throws: ZeroMQError.self) { try await server.bind(endpoint) }
            #expect(error?.code == .directoryMissing("\(folder.path)/none"))
            #expect(error?.description.contains(endpoint.description) == true)
        }
    }

    @Test("only a subscriber subscribes")
    func wrongKind() async throws {
        try await withIOThread { ioThread, _ in
            let dealer = try await Station.open(ioThread, .dealer)
            let error = await #expect(throws: ZeroMQError.self) { try await dealer.subscribe("e/") }
            #expect(error?.code == .wrongKind(.dealer))
        }
    }
}
