import EventSourcing
import FoundationEssentials
import SQLiteEventStore
import TestSupport
import Testing

/// Harm at many places: what is read is what was acknowledged, or the store refuses; never less without a word.
@Suite("Damage at every place of the SQLite store")
struct DamageEverywhereTests {
    /// The files of a store with ten commits in the file and, when it was not closed, ten more in the journal.
    private func withFiles(
        closed: Bool,
        _ body: (_ files: StoreFiles, _ content: StoreContent) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            let first = try await SQLiteEventStore.open(at: path)
            for number in 1...10 { try await first.doSomething(number) }
            try await first.close()
            let store = try await SQLiteEventStore.open(at: path)
            if !closed { for number in 11...20 { try await store.doSomething(number) } }
            let content = try await StoreContent.of(store)
            let files = try StoreFiles(in: directory.path)
            try await store.close()
            try await body(files, content)
        }
    }

    /// Bytes that are not zero, spread over the whole file: most of the rest is free space.
    private func places(in file: Data, count: Int) -> [Int] {
        let used = file.indices.filter { file[$0] != 0 }
        let step = max(1, used.count / count)
        return stride(from: 0, to: used.count, by: step).map { used[$0] }
    }

    private func flipping(_ file: Data, at place: Int) -> Data {
        var file = file
        file[place] ^= 1 << UInt8(place % 7)
        return file
    }

    /// What opened although a bit was flipped, with the place of the bit.
    private func openedAfterFlips() async throws -> (content: StoreContent, opened: [(place: Int, held: StoreContent)])
    {
        var result: (StoreContent, [(Int, StoreContent)])?
        try await withFiles(closed: true) { files, content in
            var opened: [(Int, StoreContent)] = []
            let places = places(in: files.file, count: 400)
            for place in places {
                var harmed = files
                harmed.file = flipping(files.file, at: place)
                if let held = try await Finding.of(harmed).content { opened.append((place, held)) }
            }
            #expect(places.count - opened.count > 100, "most flips are found")
            result = (content, opened)
        }
        return try #require(result)
    }

    @Test("the log and the feed are whole or refused after one flipped bit anywhere in the file")
    func fileBits() async throws {
        let (content, opened) = try await openedAfterFlips()
        for (place, held) in opened {
            #expect(held.log == content.log && held.feed == content.feed, "byte \(place)")
        }
        withKnownIssue("quick_check does not hold the indices against their table, and streams are read over one") {
            #expect(opened.allSatisfy { $0.held.streams == content.streams })
        }
        withKnownIssue("documents, cursors and answers carry no checksum") {
            #expect(opened.allSatisfy { $0.held.notes == content.notes })
        }
    }

    @Test("a file that lost its end is refused at any length, unless all that it held is still there")
    func fileLengths() async throws {
        try await withFiles(closed: true) { files, content in
            var harmed = files
            var refusals = 0
            for length in stride(from: 512, to: files.file.count, by: 1999) {
                harmed.file = files.file.prefix(length)
                // The end of the last page is free space, which SQLite takes for zeros.
                guard let held = try await Finding.of(harmed).content else {
                    refusals += 1
                    continue
                }
                #expect(held == content, "\(length) bytes")
                #expect(files.file[length...].allSatisfy { $0 == 0 }, "\(length) bytes")
            }
            #expect(refusals > 20)
            for length in [0, 1] {
                harmed.file = files.file.prefix(length)
                // SQLite takes a file without a page for a new one.
                guard case .refused(let why) = try await Finding.of(harmed) else {
                    Issue.record("opened with \(length) bytes")
                    continue
                }
                #expect(why.contains("holds none of the 10 commits"))
            }
        }
    }

    /// Whether a harmed journal is refused, and by the mark; what opens has to be whole.
    private func isRefused(_ harmed: StoreFiles, _ content: StoreContent, _ harm: String) async throws -> Bool {
        switch try await Finding.of(harmed) {
        case .refused(let why):
            #expect(why.contains("of 20 commits that it acknowledged"), "\(harm)")
            return true
        case .held(let held):
            #expect(held == content, "\(harm)")
            return false
        }
    }

    @Test("one flipped bit anywhere in the journal is refused, for it ends what SQLite reads of it")
    func journalBits() async throws {
        try await withFiles(closed: false) { files, content in
            var harmed = files
            var refusals = 0
            let places = places(in: files.journal, count: 100)
            for place in places {
                harmed.journal = flipping(files.journal, at: place)
                refusals += try await isRefused(harmed, content, "byte \(place)") ? 1 : 0
            }
            #expect(refusals == places.count)
        }
    }

    @Test("a journal that lost acknowledged commits is refused at any length")
    func journalLengths() async throws {
        try await withFiles(closed: false) { files, content in
            var harmed = files
            let whole = try await Finding.of(files)
            #expect(whole == .held(content))
            for length in stride(from: 0, to: files.journal.count, by: files.journal.count / 60) {
                harmed.journal = files.journal.prefix(length)
                #expect(try await isRefused(harmed, content, "\(length) bytes"), "\(length) bytes")
            }
        }
    }
}
