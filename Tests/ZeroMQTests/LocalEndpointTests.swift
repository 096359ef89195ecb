import Testing

@testable import ZeroMQ

@Suite("A local endpoint")
struct LocalEndpointTests {
    static let longestPath = "/" + String(repeating: "p", count: Address.pathLimit - 1)

    @Test(
        "accepts what only this host can reach",
        arguments: [
            ("ipc:///tmp/a.sock", "ipc:///tmp/a.sock"),
            ("ipc://run/a.sock", "ipc://run/a.sock"),
            ("ipc://\(longestPath)", "ipc://\(longestPath)"),
            ("inproc://registry", "inproc://registry"),
            ("tcp://127.0.0.1:5555", "tcp://127.0.0.1:5555"),
            ("tcp://127.255.3.4:1", "tcp://127.255.3.4:1"),
            ("tcp://127.0.0.1:*", "tcp://127.0.0.1:*"),
            ("tcp://127.0.0.1:0", "tcp://127.0.0.1:*"),
            ("tcp://localhost:65535", "tcp://127.0.0.1:65535"),
            ("tcp://[::1]:5555", "tcp://[::1]:5555"),
        ]
    )
    func accepts(text: String, address: String) throws {
        let endpoint = try LocalEndpoint(text)
        #expect(endpoint.description == address)
        #expect(endpoint.notice == "UNSECURED \(address)")
    }

    @Test(
        "refuses what another host could reach, and says that CURVE is needed",
        arguments: [
            "tcp://0.0.0.0:5555", "tcp://*:5555", "tcp://eth0:5555", "tcp://lo:5555", "tcp://192.168.1.4:5555",
            "tcp://example.org:5555", "tcp://127.0.0.1.example.org:5555", "tcp://127.0.0.1@10.0.0.1:5555",
            "tcp://[::]:5555", "tcp://[::1%eth0]:5555", "tcp://::1:5555", "tcp://128.0.0.1:5555", "tcp://127.1:5555",
            "tcp://127.0.0.256:5555", "tcp://0127.0.0.1:5555", "tcp://127.0.0.01:5555", "tcp://localhost.:5555",
            "tcp://10.0.0.1:0;127.0.0.1:5555", "pgm://127.0.0.1:5555", "TCP://127.0.0.1:5555", "ws://127.0.0.1:80",
        ]
    )
    func refusesRemote(text: String) throws {
        let error = try #require(throws: ZeroMQError.self) { try LocalEndpoint(text) }
        #expect(error.code == .notLocal)
        #expect(error.description.contains(text))
        #expect(error.description.contains("local only"))
        #expect(error.description.contains("CURVE"))
    }

    @Test(
        "refuses an address it cannot read, and shows how to write one",
        arguments: [
            "", "registry", "ipc://", "ipc://*", "ipc:///tmp/", "ipc://@abstract", "ipc:///tmp/a b", "ipc:///tmp/a\0b",
            "inproc://", "tcp://", "tcp://127.0.0.1", "tcp://127.0.0.1:", "tcp://127.0.0.1:65536",
            "tcp://127.0.0.1:+80", "tcp://127.0.0.1:-1", "tcp://127.0.0.1:http", "tcp://127.0.0.1:00",
        ]
    )
    func refusesMalformed(text: String) throws {
        let error = try #require(throws: ZeroMQError.self) { try LocalEndpoint(text) }
        guard case .malformedEndpoint = error.code else {
            Issue.record("unexpected code \(error.code)")
            return
        }
        #expect(error.description.contains("write ipc://<path>"))
    }

    @Test("refuses a path that a Unix socket cannot have, and gives both lengths")
    func refusesLongPath() throws {
        let text = "ipc://\(Self.longestPath)x"
        let error = try #require(throws: ZeroMQError.self) { try LocalEndpoint(text) }
        #expect(error.code == .pathTooLong(bytes: 108))
        #expect(error.description.contains("108 bytes"))
        #expect(error.description.contains("may have 107"))
    }
}
