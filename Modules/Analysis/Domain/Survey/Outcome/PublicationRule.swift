import Statistics

/// Which counts of answers may be told, so that none that is hidden can be computed back from the others.
///
/// A cell of 1 to 4 establishments is hidden, and with it as many others as needed; 0 is told. The limits of 5 and 10 are
/// an assumption of ours in line with what is customary for small surveys: no single Dutch norm was found.
package enum PublicationRule {
    /// The smallest number of establishments that a cell may tell.
    package static let smallestCell = 5
    /// The smallest number of answers for a percentage, a mean or an interval.
    package static let smallestBase = 10

    /// The counts of a row whose total is told: `nil` where one is hidden.
    ///
    /// After `suppress_small`, which hides a second count when only one is hidden; and further ones while the rest of the
    /// total still betrays them: hidden counts are known to be 1 or more, so two that add up to 2 are known as well.
    package static func publishable(_ counts: [Int]) -> [Int?] {
        // Refused only for counts below 0, of which nothing is told.
        guard var shown = try? suppressSmall(counts, threshold: smallestCell).shown else {
            return counts.map { _ in nil }
        }
        while betrays(counts, shown) {
            let others = counts.indices.filter { counts[$0] > 0 && shown[$0] != nil }
            guard let smallest = others.min(by: { counts[$0] < counts[$1] }) else { return counts.map { _ in nil } }
            shown[smallest] = nil
        }
        return shown
    }

    private static func betrays(_ counts: [Int], _ shown: [Int?]) -> Bool {
        let hidden = counts.indices.filter { shown[$0] == nil }
        return hidden.count == 1 || (!hidden.isEmpty && hidden.map { counts[$0] }.reduce(0, +) == hidden.count)
    }

    /// The groups of which nothing is told in a table of yes and no whose totals are told.
    ///
    /// Hidden are groups with 1 to 4 yes or 1 to 4 no. Others are hidden with them, the smallest first, until the totals
    /// leave each hidden group at least two possible numbers of yes, even for somebody who knows how many answered in it.
    ///
    /// - Parameters:
    ///   - counts: The answers of each group.
    ///   - sensitive: Groups that are hidden elsewhere and so here.
    /// - Returns: The positions of the hidden groups; all of them when nothing less protects them.
    package static func hidden(_ counts: [GroupCount], sensitive: Set<Int> = []) -> Set<Int> {
        let small = 1..<smallestCell
        var hidden = sensitive.union(
            counts.indices.filter { small.contains(counts[$0].yes) || small.contains(counts[$0].no) }
        )
        var others = counts.indices.filter { counts[$0].valid > 0 && !hidden.contains($0) }
            .sorted { (counts[$0].valid, $0) < (counts[$1].valid, $1) }
        while hidden.contains(where: { isKnown($0, among: hidden, counts) }) {
            guard !others.isEmpty else { return Set(counts.indices) }
            hidden.insert(others.removeFirst())
        }
        return hidden
    }

    /// Whether the totals and the sizes of the groups leave a hidden group one number of yes only.
    private static func isKnown(_ group: Int, among hidden: Set<Int>, _ counts: [GroupCount]) -> Bool {
        guard counts[group].valid > 0 else { return false }
        let yes = hidden.map { counts[$0].yes }.reduce(0, +)
        let rest = hidden.map { counts[$0].valid }.reduce(0, +) - counts[group].valid
        return max(0, yes - rest) == min(counts[group].valid, yes)
    }
}
