import Bus
import Contracts
import PluginHost
import PluginKit
import Testing
import ZeroMQ

@Suite("A host that runs with keys", .timeLimit(.minutes(1)))
struct RunningKeysTests {
    private static let sockets: [(SocketKind, any KeyPath<PortAddresses, Address> & Sendable)] = [
        (.sub, \.live), (.dealer, \.feed), (.dealer, \.command),
    ]

    @Test("lets in an operator whose key is added, and nobody else notices")
    func added() async throws {
        try await KeyedHost.run([Ticker(name: .registry)], keysOf: []) { keyed in
            let console = try keyed.pair(of: "console")
            var visitors: [Visitor] = []
            for (kind, socket) in Self.sockets {
                let visitor = try await keyed.visitor(kind, at: socket, of: .registry, with: console)
                #expect(await visitor.happened(.ready))
                visitors.append(visitor)
            }
            // By the time that the second one is let in, what the first one's key brought about is over.
            for name in ["console-anna", "console-bert"] {
                let pair = try CurveKeyPair()
                let client = try keyed.client(of: .registry, with: pair)
                await #expect(throws: BusError.self) { try await client.count() }
                try keyed.put(pair.publicKey, of: name)
                #expect(try await client.countWhenLetIn() == 0)
            }
            for visitor in visitors { #expect(await visitor.history == [.connected, .ready]) }
        }
    }

    @Test(
        "ends the connections of one whose key is removed or replaced, and of a replaced one the new key comes in",
        arguments: ["console-anna", "planning"],
        [true, false]
    )
    func removed(_ name: String, isReplaced: Bool) async throws {
        try await KeyedHost.run([Ticker(name: .registry)], keysOf: [name]) { keyed in
            let console = try keyed.client(of: .registry, with: keyed.pair(of: "console"))
            guard case .done = try await console.tick(2) else { return #expect(Bool(false)) }
            // A service has no place at the command socket.
            let sockets = Self.sockets.prefix(name == "planning" ? 2 : 3)
            var visitors: [Visitor] = []
            for (kind, socket) in sockets {
                let visitor = try await keyed.visitor(kind, at: socket, of: .registry, with: keyed.pair(of: name))
                #expect(await visitor.happened(.ready))
                visitors.append(visitor)
            }
            let new = try CurveKeyPair()
            if isReplaced { try keyed.put(new.publicKey, of: name) } else { try keyed.removeKey(of: name) }
            for visitor in visitors {
                #expect(await visitor.happened(.disconnected))
                #expect(await visitor.happened(.denied(status: 400)))
            }
            #expect(await keyed.log.line(with: "a key no longer counts") != nil)
            // The same client, and the same life of the feed.
            guard case .done(let done) = try await console.tick(3) else { return #expect(Bool(false)) }
            #expect(done.mark?.offset == 5)
            if isReplaced {
                for (kind, socket) in sockets {
                    let visitor = try await keyed.visitor(kind, at: socket, of: .registry, with: new)
                    #expect(await visitor.happened(.ready))
                }
            }
        }
    }

    @Test("loses no command and no event, and doubles none, while keys are removed again and again")
    func complete() async throws {
        let plugins: [any BusPlugin] = [Ticker(name: .registry), Listener(name: .planning, consumes: [.registry])]
        let leavers = ["console-anna", "analysis"]
        try await KeyedHost.run(plugins, keysOf: leavers) { keyed in
            let registry = try keyed.client(of: .registry, with: keyed.pair(of: "console"))
            let planning = try keyed.client(of: .planning, with: keyed.pair(of: "console"))
            var sent = 0
            var mark: FeedMark?
            for name in leavers {
                let visitor = try await keyed.visitor(.dealer, at: \.feed, of: .planning, with: keyed.pair(of: name))
                #expect(await visitor.happened(.ready))
                async let isOut = visitor.happened(.denied(status: 400))
                try keyed.removeKey(of: name)
                // Before, while and after the sockets are opened anew.
                for _ in 0..<50 {
                    guard case .done(let done) = try await registry.tick(1) else { return #expect(Bool(false)) }
                    (sent, mark) = (sent + 1, done.mark)
                }
                #expect(await isOut)
                #expect(try await registry.count() == sent)
                #expect(try await planning.count(after: [#require(mark)]) == sent)
            }
            #expect(mark?.offset == Int64(sent))
        }
    }

    @Test("takes no commands from a service, though it lets it in to its feed")
    func serviceCommands() async throws {
        try await KeyedHost.run([Ticker(name: .registry)], keysOf: ["planning"]) { keyed in
            let pair = try keyed.pair(of: "planning")
            let planning = try keyed.client(of: .registry, with: pair)
            let address = try keyed.host.configuration.addresses(of: .registry).command
            await #expect(throws: BusError.denied(endpoint: address.description)) { try await planning.tick(1) }
            for (kind, socket) in Self.sockets.prefix(2) {
                let visitor = try await keyed.visitor(kind, at: socket, of: .registry, with: pair)
                #expect(await visitor.happened(.ready))
            }
            #expect(try await keyed.client(of: .registry, with: keyed.pair(of: "console")).count() == 0)
        }
    }

    @Test("goes on with the keys that it has read while a file cannot be read, says so, and takes up the mended folder")
    func broken() async throws {
        try await KeyedHost.run([Ticker(name: .registry)], keysOf: ["planning"]) { keyed in
            let (planning, anna) = (try keyed.pair(of: "planning"), try CurveKeyPair())
            let visitor = try await keyed.visitor(.dealer, at: \.feed, of: .registry, with: planning)
            #expect(await visitor.happened(.ready))
            try keyed.put("nonsense\n", of: "planning")
            let line = await keyed.log.line(with: "cannot be read again")
            #expect(line?.contains("planning.public is no key file") == true)
            try keyed.put(anna.publicKey, of: "console-anna")
            // Said again only when it is another file.
            try keyed.put("nonsense\n", of: "console-anna")
            #expect(await keyed.log.line(with: "cannot be read again")?.contains("console-anna.public") == true)
            try keyed.put(anna.publicKey, of: "console-anna")
            #expect(await keyed.log.line(with: "cannot be read again")?.contains("planning.public") == true)
            let client = try keyed.client(of: .registry, with: anna)
            await #expect(throws: BusError.self) { try await client.count() }
            let next = try await keyed.visitor(.dealer, at: \.feed, of: .registry, with: planning)
            #expect(await next.happened(.ready))
            #expect(await visitor.history == [.connected, .ready])
            try keyed.put(planning.publicKey, of: "planning")
            #expect(try await client.countWhenLetIn() == 0)
            #expect(await visitor.history == [.connected, .ready])
        }
    }
}
