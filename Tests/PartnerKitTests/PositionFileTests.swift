import Foundation
import Glibc
import PartnerKit
import TestSupport
import Testing

@Suite("A position in a file")
struct PositionFileTests {
    private static let epoch = "0192f0c4-5b1e-7c3a-9d2f-1a2b3c4d5e6f"

    private func position(_ offset: Int64) throws -> PartnerPosition {
        try PartnerPosition(epoch: Self.epoch, offset: offset)
    }

    @Test("is read as it was written, over and over, and leaves no draft")
    func roundTrip() async throws {
        try await withTemporaryDirectory { folder in
            let file = PositionFile(folder.file("position.json"))
            #expect(try file.read() == nil)
            for offset in [0, 1, Int64.max] {
                try file.write(try position(offset))
                #expect(try file.read() == position(offset))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["position.json"])
        }
    }

    @Test(
        "is never taken for a beginning when the file holds something else",
        arguments: [
            "", "null", "{}", "[]", "7", "{\"epoch\":\"x\",\"offset\":1}", "{\"epoch\":\"\(epoch)\",\"offset\":-1}",
            "{\"epoch\":\"\(epoch)\"}", "{\"epoch\":\"\(epoch)\",\"offset\":1",
            "{\"epoch\":\"\(epoch)\",\"offset\":1.5}",
            "{\"epoch\":\"\(epoch)\",\"offset\":99999999999999999999}",
        ]
    )
    func garbage(text: String) async throws {
        try await withTemporaryDirectory { folder in
            let file = PositionFile(folder.file("position.json"))
            try Data(text.utf8).write(to: URL(filePath: file.path))
            let error = #expect(throws: PartnerError.self) { try file.read() }
            if case .malformed? = error {} else { Issue.record("\(String(describing: error))") }
        }
    }

    @Test("is never taken for a beginning when the file cannot be looked for")
    func unreachable() async throws {
        try await withTemporaryDirectory { folder in
            // A path through a plain file: there can be nothing there, and root is refused as well.
            try Data("x".utf8).write(to: URL(filePath: folder.file("plain")))
            for path in [
                folder.file("plain/position.json"), folder.path, folder.file(String(repeating: "a", count: 300)),
            ] {
                #expect(throws: PartnerError.self, "\(path)") { try PositionFile(path).read() }
            }
        }
    }

    @Test("that cannot be written is an error, and the former one stays")
    func unwritable() async throws {
        try await withTemporaryDirectory { folder in
            let file = PositionFile(folder.file("position.json"))
            try file.write(try position(1))
            #expect(mkdir(folder.file("position.json.new"), 0o700) == 0)
            let error = #expect(throws: PartnerError.self) { try file.write(try position(2)) }
            #expect(error?.description.contains("position.json cannot be written") == true)
            #expect(try file.read() == position(1))
            #expect(throws: PartnerError.self) {
                try PositionFile(folder.file("none/position.json")).write(position(1))
            }
        }
    }

    @Test(
        "has the UUID of a feed\u{2019}s life and an offset of 0 or more",
        arguments: [("", 1), ("x", 1), (epoch, -1)] as [(String, Int64)]
    )
    func malformed(epoch: String, offset: Int64) {
        #expect(throws: PartnerError.self) { try PartnerPosition(epoch: epoch, offset: offset) }
    }
}

@Suite("What a partner is given by the operator")
struct PartnerGivensTests {
    private static let key = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"

    @Test(
        "is two addresses and a public key",
        arguments: [
            ("tcp://kvo.example.nl:7100", "tcp://kvo.example.nl:7101", key, true),
            ("nonsense", "tcp://a.nl:1", key, false),
            ("tcp://a.nl:1", "", key, false), ("tcp://a.nl:1", "tcp://a.nl:2", "short", false),
            ("tcp://a.nl:1", "tcp://a.nl:2", key + "x", false),
        ] as [(String, String, String, Bool)]
    )
    func door(live: String, feed: String, serverKey: String, isDoor: Bool) {
        let door = Result { try PartnerDoor(live: live, feed: feed, serverKey: serverKey) }
        #expect(((try? door.get()) != nil) == isDoor)
        if case .failure(let error) = door { #expect(error is PartnerError) }
    }

    @Test("goes with keys of one\u{2019}s own, which are read only from a file that nobody else can read")
    func keys() async throws {
        let keys = try PartnerKeys()
        #expect(keys.publicKey.count == 40)
        #expect(try PartnerKeys().publicKey != keys.publicKey)
        #expect(throws: PartnerError.self) { try PartnerKeys(secret: "short") }
        try await withTemporaryDirectory { folder in
            let error = #expect(throws: PartnerError.self) { try PartnerKeys(folder: folder.path, name: "politie-mn") }
            #expect(error?.description.contains("kvo keys make politie-mn") == true)
        }
    }
}
