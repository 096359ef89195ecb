import AnalysisDomain
import Statistics
import Testing

@Suite("Publication rule")
struct PublicationRuleTests {
    @Test(
        "a row of counts hides small ones, and others with them",
        arguments: [
            ([12, 0, 8], [12, 0, 8]), ([12, 3, 8], [12, nil, nil]), ([1, 1, 9, 7], [nil, nil, 9, nil]),
            ([2, 3, 9], [nil, nil, 9]), ([0, 4], [nil, nil]), ([0, 0, 6], [0, 0, 6]),
        ] as [([Int], [Int?])]
    )
    func rows(counts: [Int], shown: [Int?]) {
        #expect(PublicationRule.publishable(counts) == shown)
    }

    @Test("no hidden count of a row can be computed back from its total, for every row of three up to 9")
    func rowsHold() {
        for first in 0...9 {
            for second in 0...9 {
                for third in 0...9 {
                    let counts = [first, second, third]
                    let shown = PublicationRule.publishable(counts)
                    #expect(zip(counts, shown).allSatisfy { $0 == 0 || $0 >= 5 || $1 == nil })
                    let possible = rows(like: shown, total: counts.reduce(0, +))
                    for index in counts.indices where shown[index] == nil && counts[index] > 0 {
                        #expect(Set(possible.map { $0[index] }).count > 1, "\(counts) as \(shown)")
                    }
                }
            }
        }
    }

    /// All rows that go with what is shown; a reader knows that 0 is only hidden when everything is.
    private func rows(like shown: [Int?], total: Int) -> [[Int]] {
        let lowest = shown.allSatisfy { $0 == nil } ? 0 : 1
        var rows: [[Int]] = [[]]
        for count in shown {
            rows = rows.flatMap { row in (count.map { [$0] } ?? Array(lowest...max(lowest, total))).map { row + [$0] } }
        }
        return rows.filter { $0.reduce(0, +) == total }
    }

    @Test("no hidden group's number of yes can be computed back, even by who knows how many answered in each group")
    func groupsHold() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let counts = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
                let valid = Int.random(in: 0...12, using: &generator)
                return GroupCount(yes: Int.random(in: 0...valid, using: &generator), valid: valid)
            }
            let hidden = PublicationRule.hidden(counts)
            for index in counts.indices where !hidden.contains(index) {
                let count = counts[index]
                #expect(![count.yes, count.valid - count.yes].contains { (1..<5).contains($0) }, "\(counts)")
            }
            // When all are hidden nothing less would have done, and nothing of any group is told.
            guard hidden.count < counts.count else { continue }
            let total = hidden.map { counts[$0].yes }.reduce(0, +)
            for index in hidden where counts[index].valid > 0 {
                let possible = yesses(of: hidden.map { counts[$0].valid }, total: total)
                let position = Array(hidden).firstIndex(of: index) ?? 0
                #expect(Set(possible.map { $0[position] }).count > 1, "\(counts) hides \(hidden)")
            }
        }
    }

    private func yesses(of valid: [Int], total: Int) -> [[Int]] {
        var all: [[Int]] = [[]]
        for most in valid { all = all.flatMap { row in (0...most).map { row + [$0] } } }
        return all.filter { $0.reduce(0, +) == total }
    }

    @Test("groups of which every cell is 0 or 5 and more are all told")
    func nothingHidden() {
        #expect(PublicationRule.hidden([GroupCount(yes: 5, valid: 10), GroupCount(yes: 0, valid: 7)]).isEmpty)
    }

    @Test("one small group takes the smallest other with it, and all when there is no other")
    func takenAlong() {
        let large = GroupCount(yes: 20, valid: 40)
        #expect(
            PublicationRule.hidden([GroupCount(yes: 2, valid: 9), large, GroupCount(yes: 6, valid: 12)]) == [0, 2]
        )
        #expect(PublicationRule.hidden([GroupCount(yes: 2, valid: 9), GroupCount(yes: 0, valid: 0)]) == [0, 1])
    }
}
