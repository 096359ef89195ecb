/// Counts what a store has written since it was opened.
package struct CommitStatistics: Hashable, Sendable {
    /// The transactions that changed something on the disk.
    package private(set) var commits = 0
    /// The writers that were answered; more than `commits` when several shared one, or some changed nothing.
    package private(set) var writes = 0

    mutating func add(writes count: Int, hasChanged: Bool) {
        if hasChanged { commits += 1 }
        writes += count
    }
}
