import Foundation
import Glibc
import Keys
import TestSupport
import Testing
import ZeroMQ

@Suite("A folder of keys")
struct KeyFolderTests {
    @Test("gets a pair whose secret half only its owner can read, from the first moment on")
    func make() async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("registry")
            #expect(fixture.files == ["registry.public", "registry.secret"], "no draft is left behind")
            #expect(fixture.mode(fixture.folder.path) == 0o700)
            #expect(fixture.mode(fixture.path("registry.secret")) == 0o600)
            #expect(fixture.mode(fixture.path("registry.public")) & 0o133 == 0)
            let pair = try fixture.folder.pair(of: "registry")
            #expect(pair.publicKey == key)
            #expect(try fixture.folder.publicKeys(of: "registry") == [key])
            #expect(try fixture.folder.users() == [key: "registry"])
            #expect(fixture.folder.hasPair(of: "registry") && !fixture.folder.hasPair(of: "planning"))
            #expect(try !fixture.text("registry.public").contains(pair.secretText))
        }
    }

    @Test("in which others could put a key, or change one, lets in nobody", arguments: ["", "/registry.public"])
    func writable(file: String) async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("registry")
            let path = fixture.folder.path + file
            let mode = fixture.mode(path)
            chmod(path, mode | 0o020)
            let refusal = #expect(throws: KeyError.self) { try fixture.folder.users() }
            #expect(refusal?.description.contains("chmod go-w \(path)") == true)
            chmod(path, mode)
            #expect(try fixture.folder.users() == [key: "registry"])
        }
    }

    @Test("has another pair for each name, and keeps the one that is there")
    func keep() async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("registry")
            #expect(try fixture.folder.make("planning") != key)
            let before = try fixture.text("registry.secret")
            let over = #expect(throws: KeyError.exists(path: fixture.path("registry.secret"), name: "registry")) {
                try fixture.folder.make("registry")
            }
            #expect(over?.description.hasSuffix("kvo keys rotate registry --folder \(fixture.folder.path)") == true)
            #expect(try fixture.text("registry.secret") == before)
            #expect(try fixture.folder.publicKeys(of: "registry") == [key])
            #expect(try fixture.folder.names() == ["planning", "registry"])
        }
    }

    @Test("keeps the former public key after a rotation until it is retired")
    func rotate() async throws {
        try await KeyFixture.run { fixture in
            let first = try fixture.folder.make("registry")
            let second = try fixture.folder.rotate("registry")
            #expect(try fixture.folder.pair(of: "registry").publicKey == second)
            #expect(try fixture.folder.publicKeys(of: "registry") == [second, first])
            #expect(try fixture.folder.users() == [first: "registry", second: "registry"])
            #expect(fixture.mode(fixture.path("registry.secret")) == 0o600)
            let third = try fixture.folder.rotate("registry")
            #expect(try fixture.folder.publicKeys(of: "registry") == [third, second], "two at most")
            #expect(try fixture.folder.retire("registry"))
            #expect(try fixture.folder.users() == [third: "registry"])
            #expect(try !fixture.folder.retire("registry"))
        }
    }

    @Test("has nothing to rotate or to retire of a name that it does not know, and says how to make it")
    func missing() async throws {
        try await KeyFixture.run { fixture in
            let users = try fixture.folder.users()
            #expect(users == [:], "there is no folder yet")
            #expect(throws: KeyError.missing(path: fixture.path("registry.secret"), name: "registry")) {
                try fixture.folder.rotate("registry")
            }
            #expect(throws: KeyError.missing(path: fixture.path("registry.public"), name: "registry")) {
                try fixture.folder.retire("registry")
            }
            let error = #expect(throws: KeyError.self) { try fixture.folder.pair(of: "registry") }
            let folder = fixture.folder.path
            #expect(error?.description.hasSuffix("make it with: kvo keys make registry --folder \(folder)") == true)
        }
    }

    @Test(
        "takes no name that could be another file",
        arguments: [
            "", "a", "../registry", "Registry", "re gistry", "-registry", "registry.old", "registré", "/etc/passwd",
            String(repeating: "a", count: 33),
        ]
    )
    func names(name: String) async throws {
        try await KeyFixture.run { fixture in
            #expect(throws: KeyError.unfitName(name)) { try fixture.folder.make(name) }
            #expect(throws: KeyError.unfitName(name)) { try fixture.folder.pair(of: name) }
            #expect(throws: KeyError.unfitName(name)) { try fixture.folder.publicKeys(of: name) }
            #expect(fixture.files == [])
        }
    }

    @Test("lets nobody in by a file that is not named as a user's")
    func otherFiles() async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("registry")
            for name in ["Registry.public", "a.public", ".public", "planning.public~", "planning.pub"] {
                try fixture.write("public \(try CurveKeyPair().publicKey)\n", to: name)
            }
            #expect(try fixture.folder.users() == [key: "registry"])
        }
    }

    @Test("refuses one key under two names")
    func shared() async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("console")
            try fixture.write("public \(key)\n", to: "registry.public")
            let error = #expect(throws: KeyError.self) { try fixture.folder.users() }
            #expect(error?.description.contains("it holds the key of console as well") == true)
            try fixture.write("public \(try CurveKeyPair().publicKey)\nformer \(key)\n", to: "registry.public")
            #expect(throws: KeyError.self) { try fixture.folder.users() }
        }
    }

    @Test("shows by its stamp that a public key came, went, was replaced or written over, and else not")
    func stamp() async throws {
        try await KeyFixture.run { fixture in
            var stamps = [fixture.folder.stamp]
            func expectChange(_ change: () throws -> Void, at location: SourceLocation = #_sourceLocation) throws {
                try change()
                #expect(!stamps.contains(fixture.folder.stamp), sourceLocation: location)
                stamps.append(fixture.folder.stamp)
            }
            try expectChange { try fixture.folder.make("registry") }
            try expectChange { try fixture.folder.make("planning") }
            try expectChange { try fixture.folder.rotate("registry") }
            try expectChange { try fixture.folder.retire("registry") }
            // The same size, and the folder itself is not touched.
            try expectChange {
                let text = try fixture.text("registry.public")
                let key = try fixture.folder.publicKeys(of: "registry")[0].description
                let other = try CurveKeyPair().publicKey.description
                try fixture.write(text.replacing(key, with: other), to: "registry.public", mode: 0o644)
            }
            try expectChange { unlink(fixture.path("planning.public")) }
            let last = fixture.folder.stamp
            #expect(fixture.folder.stamp == last)
        }
    }

    @Test(
        "knows the operators\u{2019} tools by their names",
        arguments: [
            ("console", true), ("console-anna", true), ("consoles", false), ("registry", false), ("my-console", false),
        ] as [(String, Bool)]
    )
    func operators(name: String, isOperator: Bool) {
        #expect(KeyFolder.isOperator(name) == isOperator)
    }
}
