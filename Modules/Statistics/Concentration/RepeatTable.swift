/// Holds how many targets were hit how often.
package struct RepeatTable: Sendable, Hashable {
    /// The number of targets by how often they were hit, 0 included.
    package let targetsByHits: [Int: Int]
    /// The share of the targets that was hit; nil without targets.
    package let prevalence: Double?
    /// The incidents per target; nil without targets.
    package let incidence: Double?
    /// The incidents per target that was hit; nil when none was.
    package let concentration: Double?
    /// The incidents beyond the first of each target.
    package let repeats: Int
    /// Their share of all incidents; nil without incidents.
    package let repeatShare: Double?
}

/// Tabulates repeated victimisation (`repeat_table`; Farrell & Pease 1993).
///
/// prevalence = hit/all, incidence = incidents/all, concentration = incidents/hit, repeats = incidents − hit.
///
/// - Parameters:
///   - hits: how often each target was hit; those of 0 may be left out.
///   - targets: the number of all targets, at least as many as were hit.
/// - Returns: The table and its shares.
/// - Throws: `StatisticsError` for a negative count, or more targets hit than there are.
package func repeatTable(hits: [Int], targets: Int) throws(StatisticsError) -> RepeatTable {
    for count in hits { _ = try Count.checked(count, "how often a target was hit") }
    let all = try Count.checked(targets, "the number of targets")
    let struck = hits.filter { $0 > 0 }
    try Check.part(Double(struck.count), "the number of targets hit", of: all, "the number of targets")
    let incidents = struck.reduce(0, +)
    var table = Dictionary(grouping: struck) { $0 }.mapValues(\.count)
    table[0] = targets - struck.count
    return RepeatTable(
        targetsByHits: table,
        prevalence: targets > 0 ? Double(struck.count) / all : nil,
        incidence: targets > 0 ? Double(incidents) / all : nil,
        concentration: struck.isEmpty ? nil : Double(incidents) / Double(struck.count),
        repeats: incidents - struck.count,
        repeatShare: incidents == 0 ? nil : Double(incidents - struck.count) / Double(incidents)
    )
}
