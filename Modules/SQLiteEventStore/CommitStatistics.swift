/// Counts what a store has written since it was opened.
package struct CommitStatistics: Hashable, Sendable {
    /// The transactions that reached the disk.
    package private(set) var commits = 0
    /// The writers that shared them; more than `commits` when several came at once.
    package private(set) var writes = 0

    mutating func add(writes count: Int) {
        commits += 1
        writes += count
    }
}
