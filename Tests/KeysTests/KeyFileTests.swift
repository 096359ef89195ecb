import Foundation
import Glibc
import Keys
import TestSupport
import Testing
import ZeroMQ

@Suite("A key file")
struct KeyFileTests {
    private func secretText(_ pair: CurveKeyPair) -> String { "public \(pair.publicKey)\nsecret \(pair.secretText)\n" }

    @Test(
        "is refused as soon as anybody else may read or change it",
        arguments: [
            0o640, 0o604, 0o644, 0o620, 0o602, 0o610, 0o601, 0o666, 0o777,
        ] as [mode_t]
    )
    func exposed(mode: mode_t) async throws {
        try await KeyFixture.run { fixture in
            try fixture.folder.make("registry")
            let path = fixture.path("registry.secret")
            chmod(path, mode)
            let shown = "0" + String(mode, radix: 8)
            let error = #expect(throws: KeyError.exposed(path: path, mode: shown)) {
                try fixture.folder.pair(of: "registry")
            }
            #expect(error?.description.contains("chmod 600 \(path)") == true)
            #expect(throws: KeyError.self) { try fixture.folder.rotate("registry") }
            for mode in [0o600, 0o400] as [mode_t] {
                chmod(path, mode)
                _ = try fixture.folder.pair(of: "registry")
            }
        }
    }

    @Test("of another user is refused", .enabled(if: geteuid() == 0, "only root can give a file away"))
    func foreign() async throws {
        try await KeyFixture.run { fixture in
            try fixture.folder.make("registry")
            let path = fixture.path("registry.secret")
            #expect(chown(path, 12345, 12345) == 0)
            #expect(throws: KeyError.foreign(path: path)) { try fixture.folder.pair(of: "registry") }
        }
    }

    @Test("is the file itself: no link, no folder and no pipe in its place")
    func kinds() async throws {
        try await KeyFixture.run { fixture in
            try fixture.folder.make("registry")
            let (path, moved) = (fixture.path("registry.secret"), fixture.directory.file("elsewhere"))
            #expect(rename(path, moved) == 0)
            #expect(symlink(moved, path) == 0)
            #expect(throws: KeyError.self) { try fixture.folder.pair(of: "registry") }
            unlink(path)
            #expect(mkdir(path, 0o700) == 0)
            #expect(throws: KeyError.malformed(path: path, why: "it is not a plain file")) {
                try fixture.folder.pair(of: "registry")
            }
            rmdir(path)
            #expect(mkfifo(path, 0o600) == 0)
            #expect(throws: KeyError.malformed(path: path, why: "it is not a plain file")) {
                try fixture.folder.pair(of: "registry")
            }
        }
    }

    @Test("with a secret key must hold a pair that belongs together")
    func malformedPair() async throws {
        try await KeyFixture.run { fixture in
            let (one, other) = try (CurveKeyPair(), CurveKeyPair())
            let texts = [
                "", "\n", "nonsense", "secret \(one.secretText)\n", "public \(one.publicKey)\n",
                "public \(other.publicKey)\nsecret \(one.secretText)\n",
                "public \(one.publicKey)\nsecret \(one.secretText)x\n", "public \(one.publicKey)\nsecret\n",
                "#public \(one.publicKey)\n#secret \(one.secretText)\n",
                secretText(one) + String(repeating: "#", count: 4096),
            ]
            for text in texts {
                try fixture.write(text, to: "registry.secret")
                let error = #expect(throws: KeyError.self, "\(text)") { try fixture.folder.pair(of: "registry") }
                guard case .malformed(let path, _)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(path == fixture.path("registry.secret"))
                #expect(error?.description.contains(one.secretText) == false, "no secret in an error")
            }
            try Data([0xFF, 0xFE]).write(to: URL(filePath: fixture.path("registry.secret")))
            chmod(fixture.path("registry.secret"), 0o600)
            #expect(throws: KeyError.self) { try fixture.folder.pair(of: "registry") }
        }
    }

    @Test("may have remarks, and line ends of another system")
    func lines() async throws {
        try await KeyFixture.run { fixture in
            let pair = try CurveKeyPair()
            let text = "# a remark\n" + secretText(pair)
            for text in [text, text.replacing("\n", with: "\r\n")] {
                try fixture.write(text, to: "registry.secret")
                try fixture.write(text, to: "registry.public")
                #expect(try fixture.folder.pair(of: "registry").publicKey == pair.publicKey)
                #expect(try fixture.folder.publicKeys(of: "registry") == [pair.publicKey])
            }
        }
    }

    @Test(
        "with a public key that cannot be read stops everything, for who is let in must not depend on luck",
        arguments: [
            "", "nonsense", "public \n", "public KEY0\n", "PUBLIC KEY\n", "public KEY\nformer nonsense\n",
            "public KEY\nformer \n",
        ]
    )
    func malformedPublic(text: String) async throws {
        try await KeyFixture.run { fixture in
            try fixture.folder.make("planning")
            let key = try CurveKeyPair().publicKey.description
            try fixture.write(text.replacing("KEY", with: key), to: "registry.public")
            for read in [{ _ = try fixture.folder.users() }, { _ = try fixture.folder.publicKeys(of: "registry") }] {
                let error = #expect(throws: KeyError.self) { try read() }
                guard case .malformed? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test("is never there by half: where it cannot be written, nothing is changed")
    func unwritable() async throws {
        try await KeyFixture.run { fixture in
            let key = try fixture.folder.make("registry")
            let before = fixture.files
            // A folder in the place of the draft, which even root cannot write over.
            #expect(mkdir(fixture.path("registry.public.\(getpid()).new"), 0o700) == 0)
            let error = #expect(throws: KeyError.self) { try fixture.folder.rotate("registry") }
            if case .system? = error {} else { Issue.record("\(String(describing: error))") }
            rmdir(fixture.path("registry.public.\(getpid()).new"))
            #expect(fixture.files == before)
            #expect(try fixture.folder.pair(of: "registry").publicKey == key)
            #expect(try fixture.folder.publicKeys(of: "registry") == [key])
        }
    }
}
