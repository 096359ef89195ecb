import EventSourcing
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import SQLiteEventStore

@Suite("The file of the mark")
struct MarkFileTests {
    /// The files of a store that made five commits, and the length of its journal after each.
    private func withFiles(_ body: (_ files: StoreFiles, _ lengths: [Int]) async throws -> Void) async throws {
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            var lengths: [Int] = []
            for number in 1...5 {
                try await store.append(.sample("\(number)"), to: .park)
                lengths.append(try StoreFiles(in: directory.path).journal.count)
            }
            let files = try StoreFiles(in: directory.path)
            try await store.close()
            try await body(files, lengths)
        }
    }

    /// The file with one slot filled with zeros: the newest is the one for odd numbers, at 4096.
    private func tearing(_ mark: Data?, at slot: Int) throws -> Data {
        var mark = try #require(mark)
        mark.replaceSubrange(slot..<slot + CommitMark.lineSize, with: Data(count: CommitMark.lineSize))
        return mark
    }

    private func refusal(of files: StoreFiles) async throws -> String {
        guard case .refused(let why) = try await Finding.of(files) else { return "" }
        return why
    }

    @Test("a line is its mark, and none with one flipped bit anywhere")
    func line() throws {
        let mark = CommitMark(epoch: Epoch(), commits: 1_234_567)
        #expect(CommitMark(line: mark.line) == mark)
        #expect(mark.line.count == CommitMark.lineSize)
        let last = CommitMark(epoch: Epoch(), commits: .max)
        #expect(CommitMark(line: last.line) == last)
        for place in 0..<mark.line.count * 8 {
            var line = mark.line
            line[place / 8] ^= 1 << UInt8(place % 8)
            #expect(CommitMark(line: line) == nil, "bit \(place)")
        }
    }

    @Test("a torn slot leaves the mark before it", arguments: [(0, 0), (4096, 1)])
    func torn(slot: Int, behind: Int) async throws {
        try await withFiles { files, lengths in
            var torn = files
            torn.mark = try tearing(files.mark, at: slot)
            #expect(try await Finding.of(torn) == Finding.of(files))
            // As far as the other slot knows, what is lost is missed.
            torn.journal = files.journal.prefix(lengths[2])
            #expect(try await refusal(of: torn).contains("lacks the last \(2 - behind) of \(5 - behind) commits"))
        }
    }

    @Test("a torn slot is whole again after two commits", arguments: [0, 4096])
    func mended(slot: Int) async throws {
        try await withFiles { files, _ in
            try await withTemporaryDirectory { directory in
                var torn = files
                torn.mark = try tearing(files.mark, at: slot)
                try torn.write(to: directory.path)
                let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
                for number in 6...7 { try await store.append(.sample("\(number)"), to: .park) }
                try await store.close()
                var mended = try StoreFiles(in: directory.path)
                mended.mark = try tearing(mended.mark, at: 4096 - slot)
                #expect(try await Finding.of(mended).content?.log.count == 7)
            }
        }
    }

    @Test("a file without a slot that can be read is refused, for it guards nothing")
    func unreadable() async throws {
        try await withFiles { files, _ in
            let whole = try #require(files.mark)
            for harmed in [Data(), Data(count: whole.count), try tearing(whole.prefix(4096), at: 0)] {
                var files = files
                files.mark = harmed
                let why = try await refusal(of: files)
                #expect(why.contains("store.sqlite.mark cannot be read, so that nobody can tell"))
                #expect(why.contains("move that file away"))
                files.mark = nil
                #expect(try await Finding.of(files).content?.log.count == 5)
            }
        }
    }

    @Test("what changes nothing does not raise the mark")
    func unchanged() async throws {
        try await withTemporaryDirectory { directory in
            let store = try await SQLiteEventStore.open(at: directory.file("store.sqlite"))
            try await store.publish("one")
            let before = try StoreFiles(in: directory.path)
            try await store.write { _ in }
            let after = try StoreFiles(in: directory.path)
            #expect(after.mark == before.mark && after.journal == before.journal)
            await #expect(throws: ChangeOfMind.self) {
                try await store.write { transaction in
                    try transaction.publish(topic: "e/") { _ in Data() }
                    throw ChangeOfMind()
                }
            }
            let end = try StoreFiles(in: directory.path)
            #expect(end.mark == before.mark)
            try await store.close()
        }
    }

    @Test("a mark that is behind the store, as after a power cut, is brought up to it")
    func behind() async throws {
        try await withFiles { files, lengths in
            try await withTemporaryDirectory { directory in
                let path = directory.file("store.sqlite")
                try files.write(to: directory.path)
                let epoch = try #require(try MarkFile.read(path + ".mark")).epoch
                try MarkFile.make(path + ".mark", with: CommitMark(epoch: epoch, commits: 2))
                try await SQLiteEventStore.open(at: path).close()
                #expect(try MarkFile.read(path + ".mark") == CommitMark(epoch: epoch, commits: 5))
            }
        }
    }

    @Test(
        "when it cannot be written, the commit that is on disk is answered and the next ones are refused until it can"
    )
    func failing() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let mark = path + ".mark"
            let store = try await SQLiteEventStore.open(at: path)
            try await store.publish("one")
            let descriptor = try #require(try number(of: mark))
            let (full, whole) = (open("/dev/full", O_WRONLY), open(mark, O_RDWR))
            defer { for other in [full, whole] { close(other) } }

            try #require(dup2(full, descriptor) == descriptor)
            try await store.publish("two")
            for _ in 1...2 {
                let error = await #expect(throws: EventStoreError.self) { try await store.publish("never") }
                #expect(error?.description.contains("\(mark) cannot be read or written: No space left") == true)
            }
            #expect(try await store.feedTexts() == [1: "one", 2: "two"])

            try #require(dup2(whole, descriptor) == descriptor)
            try await store.publish("three")
            #expect(try await store.feedTexts() == [1: "one", 2: "two", 3: "three"])
            #expect(try MarkFile.read(mark)?.commits == 3)
            try await store.close()
        }
    }

    /// The descriptor under which this process has a file open.
    private func number(of path: String) throws -> Int32? {
        for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            // One of another test may be closed by now.
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")
            if target == path { return Int32(name) }
        }
        return nil
    }
}
