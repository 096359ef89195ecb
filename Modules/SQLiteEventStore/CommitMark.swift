import EventSourcing
import FoundationEssentials
import Integrity

/// How many commits a store has acknowledged, and in which life.
struct CommitMark: Hashable, Sendable {
    /// The life of the store.
    let epoch: Epoch
    /// The commits since the store was made, in all its lives.
    var commits: Int64

    /// Makes a mark.
    init(epoch: Epoch, commits: Int64) {
        self.epoch = epoch
        self.commits = commits
    }

    /// Reads a line as ``line`` writes it; `nil` when it is anything else, if only by one bit.
    init?(line: [UInt8]) {
        let words = line.dropLast().split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 5, let epoch = Epoch(words[2]), let commits = Int64(words[3]) else { return nil }
        self.init(epoch: epoch, commits: commits)
        guard self.line == line else { return nil }
    }

    /// The length of every line in bytes.
    static let lineSize = 77

    /// One line of ASCII: what it is and its version, the epoch, the commits, and the CRC-32C of all before the last
    /// space, in hexadecimal.
    var line: [UInt8] {
        let text = "kvo-mark 1 \(epoch) \(Self.padded(String(commits), to: 19))"
        let checksum = String(CRC32C(of: Array(text.utf8)).value, radix: 16)
        return Array("\(text) \(Self.padded(checksum, to: 8))\n".utf8)
    }

    /// Refuses a store that holds less than was acknowledged, or is another one.
    ///
    /// - Parameters:
    ///   - found: What the store itself says; `nil` when it says nothing.
    ///   - path: The file of the store.
    /// - Throws: ``EventStoreError/damaged(_:)`` with what is lost and what to do.
    func check(_ found: CommitMark?, at path: String) throws(EventStoreError) {
        let loss: String
        if let found {
            if found.epoch != epoch {
                loss = "\(path) is another store than its mark was made for, or another life of it"
            } else if found.commits < commits {
                loss = "\(path) lacks the last \(commits - found.commits) of \(commits) commits that it acknowledged"
            } else {
                return
            }
        } else {
            loss = "\(path) holds none of the \(commits) commits that it acknowledged"
        }
        throw .damaged(
            "\(loss) (\(path).mark counts them). Perhaps its journal (-wal) was cut or removed, or an older file was put "
                + "in its place; a backup that was put back is started once with --restored"
        )
    }

    private static func padded(_ digits: String, to count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
