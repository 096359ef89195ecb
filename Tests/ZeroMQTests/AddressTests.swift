import Testing

@testable import ZeroMQ

@Suite("An address")
struct AddressTests {
    @Test(
        "may be of any host, and is written in one way",
        arguments: [
            ("ipc:///tmp/a.sock", "ipc:///tmp/a.sock"),
            ("inproc://registry", "inproc://registry"),
            ("tcp://*:5555", "tcp://*:5555"),
            ("tcp://*:*", "tcp://*:*"),
            ("tcp://0.0.0.0:0", "tcp://0.0.0.0:*"),
            ("tcp://192.0.2.17:5555", "tcp://192.0.2.17:5555"),
            ("tcp://[2001:DB8:0::1]:5555", "tcp://[2001:db8::1]:5555"),
            ("tcp://[::]:1", "tcp://[::]:1"),
            ("tcp://localhost:65535", "tcp://127.0.0.1:65535"),
            ("tcp://keurmerk.example.org:5555", "tcp://keurmerk.example.org:5555"),
            ("tcp://politie-1:5555", "tcp://politie-1:5555"),
        ]
    )
    func accepts(text: String, written: String) throws {
        let address = try Address(text)
        #expect(address.description == written)
        #expect(try Address(written) == address)
        #expect(address.isWildcard == written.hasSuffix(":*"))
    }

    @Test(
        "is refused when a resolver or the library could take it for something else",
        arguments: [
            "", "registry", "ipc://", "ipc://*", "ipc:///tmp/", "ipc://@abstract", "ipc:///tmp/a b", "inproc://",
            "tcp://", "tcp://192.0.2.17", "tcp://192.0.2.17:", "tcp://192.0.2.17:65536", "tcp://192.0.2.17:+80",
            "tcp://:5555", "tcp://::1:5555", "tcp://[::1%eth0]:5555", "tcp://[]:5555", "tcp://[192.0.2.17]:5555",
            "tcp://127.1:5555", "tcp://0x7f.1:5555", "tcp://2130706433:5555", "tcp://192.0.2.256:5555",
            "tcp://0127.0.0.1:5555", "tcp://example..org:5555", "tcp://example.org.:5555", "tcp://-a.org:5555",
            "tcp://a-.org:5555", "tcp://a_b.org:5555", "tcp://user@example.org:5555", "tcp://10.0.0.1:0;192.0.2.17:80",
            "tcp://münchen.de:5555", "tcp://example.org/x:5555", "pgm://192.0.2.17:5555", "TCP://192.0.2.17:5555",
            "tcp://\(String(repeating: "a", count: 64)).org:5555",
            "tcp://\(String(repeating: "abcdefghi.", count: 26))org:5555",
        ]
    )
    func refuses(text: String) throws {
        let error = try #require(throws: ZeroMQError.self) { try Address(text) }
        guard case .malformedEndpoint = error.code else {
            Issue.record("unexpected code \(error.code)")
            return
        }
        #expect(error.operation == .readAddress)
        #expect(error.endpoint == text)
        #expect(error.description.contains("write ipc://<path>"))
    }

    @Test(
        "is local when only this host can be meant",
        arguments: [
            "ipc:///tmp/a.sock", "inproc://registry", "tcp://127.9.9.9:5555", "tcp://localhost:*", "tcp://[::1]:5",
        ]
    )
    func local(text: String) throws {
        let address = try Address(text)
        let endpoint = try LocalEndpoint(address)
        #expect(endpoint.address == address)
        #expect(try LocalEndpoint(text) == endpoint)
    }

    @Test(
        "of another host, or of all this host's, is not local",
        arguments: [
            "tcp://*:5555", "tcp://0.0.0.0:5555", "tcp://[::]:5555", "tcp://192.0.2.17:5", "tcp://localhost.nl:5",
        ]
    )
    func notLocal(text: String) throws {
        let error = try #require(throws: ZeroMQError.self) { try LocalEndpoint(Address(text)) }
        #expect(error == ZeroMQError(.notLocal, .readEndpoint, endpoint: text))
    }
}
