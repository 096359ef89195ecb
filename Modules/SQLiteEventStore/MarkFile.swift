import EventSourcing
import Glibc
import Synchronization

/// The file beside a store that says how far the store had come, so that a store which became shorter is found.
///
/// SQLite takes a journal that was cut between two commits, or is gone, for a store that never went further. The mark
/// is written once a commit is on disk and before its writers are answered. It is not synced: the kernel keeps it when
/// the process is killed, and after a power cut it may be behind the store but never ahead of it.
///
/// It has two slots, written by turns, so that a torn write leaves the mark before it.
final class MarkFile: Sendable {
    private struct State {
        var mark: CommitMark
        /// Why the file does not have the mark, as `errno`.
        var failure: Int32?
    }

    /// Where the slots begin: in blocks of their own, so that no write of one can harm the other.
    private static let slots: [off_t] = [0, 4096]

    private let path: String
    private let descriptor: Int32
    private let state: Mutex<State>

    /// Opens the file that is there, and brings it up to a mark.
    init(at path: String, with mark: CommitMark) throws(EventStoreError) {
        descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.refusal(path, errno) }
        self.path = path
        state = Mutex(State(mark: mark))
        write()
        try catchUp()
    }

    deinit { close(descriptor) }

    /// The commits that the file has, or had to have.
    var commits: Int64 { state.withLock { $0.mark.commits } }

    /// Counts a commit that is on disk; when the file cannot be written, ``catchUp()`` tells.
    func advance() {
        state.withLock { $0.mark.commits += 1 }
        write()
    }

    /// Writes again what could not be written; without it a next commit would leave the store unguarded further.
    func catchUp() throws(EventStoreError) {
        guard state.withLock({ $0.failure != nil }) else { return }
        write()
        if let failure = state.withLock({ $0.failure }) { throw Self.refusal(path, failure) }
    }

    private func write() {
        state.withLock { state in
            let slot = Self.slots[Int(state.mark.commits % 2)]
            state.failure = Self.put(state.mark, at: slot, of: descriptor) ? nil : errno
        }
    }
}

extension MarkFile {
    /// Reads the newest mark in a file.
    ///
    /// - Returns: The mark, or `nil` when there is no file.
    /// - Throws: ``EventStoreError/damaged(_:)`` when neither slot can be read: then nobody can tell what is lost.
    static func read(_ path: String) throws(EventStoreError) -> CommitMark? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw refusal(path, errno) }
            return nil
        }
        defer { close(descriptor) }
        let marks = slots.compactMap { slot in
            var line = [UInt8](repeating: 0, count: CommitMark.lineSize)
            return pread(descriptor, &line, line.count, slot) == line.count ? CommitMark(line: line) : nil
        }
        guard let newest = marks.max(by: { $0.commits < $1.commits }) else {
            throw .damaged(
                "\(path) cannot be read, so that nobody can tell whether the store holds all that it acknowledged. If "
                    + "you know that it does, move that file away; a backup that was put back is started once with --restored"
            )
        }
        return newest
    }

    /// Puts a file with a mark in place, whatever was there, and syncs it: also after a power cut it is there whole.
    static func make(_ path: String, with mark: CommitMark) throws(EventStoreError) {
        let fresh = path + ".new"
        unlink(fresh)
        let descriptor = Glibc.open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        defer { close(descriptor) }
        guard slots.allSatisfy({ put(mark, at: $0, of: descriptor) }), fsync(descriptor) == 0,
            rename(fresh, path) == 0, syncFolder(of: path)
        else {
            let reason = errno
            unlink(fresh)
            throw refusal(path, reason)
        }
    }

    private static func put(_ mark: CommitMark, at slot: off_t, of descriptor: Int32) -> Bool {
        let line = mark.line
        let count = pwrite(descriptor, line, line.count, slot)
        if count >= 0, count < line.count { errno = ENOSPC }
        return count == line.count
    }

    private static func syncFolder(of path: String) -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func refusal(_ path: String, _ code: Int32) -> EventStoreError {
        let reason = String(cString: strerror(code))
        return .unavailable(
            "\(path) cannot be read or written: \(reason). Give the service's user access, or free some space."
        )
    }
}
