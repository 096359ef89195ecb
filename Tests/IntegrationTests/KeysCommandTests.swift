import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("The keys of the services and partners", .serialized, .timeLimit(.minutes(1)))
struct KeysCommandTests {
    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("kvo keys make writes secrets for their owner alone and public halves for all, and never over a key")
    func make() async throws {
        try await withTemporaryDirectory { directory in
            let (kvo, folder) = (Executable(name: "kvo"), "\(directory.path)/keys")
            let made = try kvo.run(["keys", "make", "--folder", folder])
            #expect(made.status == 0, "\(made.errors)")
            #expect(try Self.mode(folder) == 0o700)
            for name in ["registry", "analysis", "planning", "certification", "gateway", "console"] {
                #expect(try Self.mode("\(folder)/\(name).secret") == 0o600)
                #expect(try Self.mode("\(folder)/\(name).public") == 0o644)
                #expect(made.output.contains("\(name) "))
            }
            let secret = try String(contentsOfFile: "\(folder)/registry.secret", encoding: .utf8)
            let again = try kvo.run(["keys", "make", "--folder", folder])
            #expect(again.status == 0 && again.output.contains("already"))
            let over = try kvo.run(["keys", "make", "registry", "--folder", folder])
            #expect(over.status != 0 && over.errors.contains("kvo keys rotate registry"))
            #expect(try String(contentsOfFile: "\(folder)/registry.secret", encoding: .utf8) == secret)
            #expect(!made.output.contains(secret.split(separator: "secret ").last ?? ""), "a secret is never shown")
        }
    }

    @Test("A rotated key is listed with its former one until that is retired")
    func rotate() async throws {
        try await withTemporaryDirectory { directory in
            let (kvo, folder) = (Executable(name: "kvo"), "\(directory.path)/keys")
            _ = try kvo.run(["keys", "make", "politie-mn", "--folder", folder])
            let before = try String(contentsOfFile: "\(folder)/politie-mn.public", encoding: .utf8)
            #expect(try kvo.run(["keys", "rotate", "politie-mn", "--folder", folder]).status == 0)
            let after = try String(contentsOfFile: "\(folder)/politie-mn.public", encoding: .utf8)
            let former = try #require(before.split(separator: "\n").last?.dropFirst("public ".count))
            #expect(after.contains("former \(former)\n") && !after.contains("public \(former)\n"))
            #expect(try Self.mode("\(folder)/politie-mn.secret") == 0o600)
            #expect(try kvo.run(["keys", "list", "--folder", folder]).output.contains("still valid"))
            #expect(try kvo.run(["keys", "retire", "politie-mn", "--folder", folder]).status == 0)
            #expect(try !kvo.run(["keys", "list", "--folder", folder]).output.contains("still valid"))
        }
    }
}
