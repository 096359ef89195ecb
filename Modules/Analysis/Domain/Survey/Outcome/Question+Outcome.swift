import Statistics

extension Question {
    func outcome(of responses: [SurveyResponse], invited: Int, _ grouping: GroupedResponses?) -> QuestionOutcome {
        let given = answers(in: responses)
        let share = ShareOutcome(indicator.id, count(given), invited: invited, isOfAll: asked == Self.askedOfAll)
        return QuestionOutcome(
            question: self,
            share: share,
            mean: mean(given, invited: invited),
            parts: share == nil ? [] : parts(given),
            groups: grouping.map(groups) ?? []
        )
    }

    /// How a questionnaire says that a question is put to everybody.
    private static let askedOfAll = "allen"

    private func answers(in responses: [SurveyResponse]) -> [String] { responses.compactMap { $0.answers[code] } }

    private func count(_ given: [String]) -> GroupCount {
        GroupCount(yes: given.count(where: indicator.yes.contains), valid: given.count)
    }

    private func mean(_ given: [String], invited: Int?) -> MeanEstimate? {
        guard case .mark = answer, given.count >= PublicationRule.smallestBase else { return nil }
        return try? meanT(given.compactMap(Double.init), population: invited)
    }

    /// The spread of the answers; those that count as yes and the others are two rows, for both totals are told.
    private func parts(_ given: [String]) -> [QuestionOutcome.Part] {
        let bands = self.bands
        guard bands.count > 2, bands.allSatisfy({ band in Set(band.answers.map(indicator.yes.contains)).count == 1 })
        else {
            return []
        }
        var counts: [Int?] = bands.map { band in given.count(where: band.answers.contains) }
        for isYes in [true, false] {
            let row = bands.indices.filter { bands[$0].answers.contains(where: indicator.yes.contains) == isYes }
            // A row of one is its total, which is told.
            guard row.count > 1 else { continue }
            for (index, count) in zip(row, PublicationRule.publishable(row.map { counts[$0] ?? 0 })) {
                counts[index] = count
            }
        }
        return zip(bands, counts).map { QuestionOutcome.Part(answer: $0.name, count: $1) }
    }

    /// The answers as they are told: a mean of 6.5 can hide two camps, which three bands of marks show.
    private var bands: [(name: String, answers: [String])] {
        switch answer {
        case .choice(let options): return options.map { ($0, [$0]) }
        case .mark(let range):
            guard range == 1...10 else { return [] }
            return [1...5, 6...7, 8...10].map { ("\($0.lowerBound)-\($0.upperBound)", $0.map(String.init)) }
        }
    }

    private func groups(_ grouping: GroupedResponses) -> [QuestionOutcome.Group] {
        let given = grouping.responses.map(answers)
        let counts = given.map(count)
        let hidden = PublicationRule.hidden(counts, sensitive: grouping.sensitive)
        let meansHidden = withoutMean(counts, hidden)
        return counts.indices.map { index in
            QuestionOutcome.Group(
                name: grouping.names[index],
                share: hidden.contains(index)
                    ? nil : ShareOutcome(indicator.id, counts[index], invited: nil, isOfAll: false),
                isEmpty: counts[index].valid == 0 && !hidden.contains(index),
                mean: meansHidden.contains(index) ? nil : mean(given[index], invited: nil)
            )
        }
    }

    /// The groups whose mean is not told; not one alone, which the mean of the area and the others would betray.
    private func withoutMean(_ counts: [GroupCount], _ hidden: Set<Int>) -> Set<Int> {
        let filled = counts.indices.filter { counts[$0].valid > 0 }
        var without = Set(filled.filter { hidden.contains($0) || counts[$0].valid < PublicationRule.smallestBase })
        guard without.count == 1 else { return without }
        let others = filled.filter { !without.contains($0) }
        if let smallest = others.min(by: { counts[$0].valid < counts[$1].valid }) { without.insert(smallest) }
        return without
    }
}

extension FurtherQuestion {
    func outcome(of responses: [SurveyResponse]) -> FurtherOutcome {
        let given = responses.compactMap { $0.answers[code] }.compactMap(answer.parts)
        let isTold = given.count >= PublicationRule.smallestCell
        return FurtherOutcome(
            question: self,
            valid: isTold ? given.count : nil,
            parts: isTold ? parts(given) : [],
            total: isTold ? total(given) : nil
        )
    }

    private func parts(_ given: [[String]]) -> [QuestionOutcome.Part] {
        switch answer {
        case .choice(let options):
            let counts = options.map { option in given.count { $0.contains(option) } }
            return zip(options, PublicationRule.publishable(counts)).map { QuestionOutcome.Part(answer: $0, count: $1) }
        case .several(let options):
            // Firms may give several, so no total betrays a hidden one.
            return options.map { option in
                let count = given.count { $0.contains(option) }
                let isSmall = (1..<PublicationRule.smallestCell).contains(count)
                return QuestionOutcome.Part(answer: option, count: isSmall ? nil : count)
            }
        case .number, .words: return []
        }
    }

    private func total(_ given: [[String]]) -> Int? {
        guard case .number = answer else { return nil }
        let numbers = given.compactMap { $0.first.flatMap { Int($0) } }
        let affected = numbers.count { $0 > 0 }
        guard affected == 0 || affected >= PublicationRule.smallestCell else { return nil }
        return numbers.reduce(0, +)
    }
}
