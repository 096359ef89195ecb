import Statistics

/// Compares a share of the answers in two measurements; both figures must be shares of the same question.
///
/// - Parameters:
///   - before: The earlier share.
///   - after: The later one.
///   - links: The same answers, split by whether an establishment answered in both; `nil` when they cannot be linked.
/// - Returns: With ten linked establishments or more the change among them, and behind it that among the others when
///   there are ten of those on either side. Otherwise, and when one to four others would be given away, the change as if
///   others had answered, which is cautious when some are the same. None when a share rests on fewer than ten answers.
func shareChanges(from before: Figure, to after: Figure, linkedBy links: LinkedAnswers?) -> [FigureChange] {
    if let links, let paired = links.pairedChange {
        return [paired, links.unpairedChange(before, after)].compactMap(\.self)
    }
    guard let first = SurveyTally.Indicator(before), let second = SurveyTally.Indicator(after) else { return [] }
    return [unlinkedChange(first, before.population, second, after.population)].compactMap(\.self)
}

extension LinkedAnswers {
    fileprivate var pairedChange: FigureChange? {
        guard mayBeTold, let difference = try? pairedPropDiff(pairs) else { return nil }
        var change = FigureChange(.pairedDifference)
        change.estimate = difference.difference
        (change.lower, change.upper) = (difference.interval.lower, difference.interval.upper)
        change.pValue = (try? mcNemar(pairs))?.pMid
        change.pairs = pairCount
        return change
    }

    fileprivate func unpairedChange(_ before: Figure, _ after: Figure) -> FigureChange? {
        var change = unlinkedChange(onlyBefore, before.population, onlyAfter, after.population)
        change?.onlyBefore = onlyBefore.valid
        change?.onlyAfter = onlyAfter.valid
        return change
    }
}

/// The change of a share among establishments that are not linked; `nil` with fewer than ten answers on a side.
private func unlinkedChange(
    _ before: SurveyTally.Indicator,
    _ invitedBefore: Int?,
    _ after: SurveyTally.Indicator,
    _ invitedAfter: Int?
) -> FigureChange? {
    guard min(before.valid, after.valid) >= FigureChange.smallestBase,
        let first = before.share(of: invitedBefore), let second = after.share(of: invitedAfter)
    else { return nil }
    let difference = newcombeDiff(second, first)
    var change = FigureChange(.newcombeDifference)
    change.estimate = difference.difference
    (change.lower, change.upper) = (difference.interval.lower, difference.interval.upper)
    change.pValue = pValue(before, after)
    return change
}

/// Pearson's test, or Fisher's exact one when an expected count lies under 5.
private func pValue(_ before: SurveyTally.Indicator, _ after: SurveyTally.Indicator) -> Double? {
    let (yes, all) = (before.yes + after.yes, before.valid + after.valid)
    let smallest = Double(min(yes, all - yes)) * Double(min(before.valid, after.valid)) / Double(all)
    guard smallest < 5 else {
        let test = try? twoPropTest(
            x1: Double(after.yes),
            n1: Double(after.valid),
            x2: Double(before.yes),
            n2: Double(before.valid)
        )
        return test?.pValue
    }
    return try? fisherExact(after.yes, after.valid - after.yes, before.yes, before.valid - before.yes)
}

extension SurveyTally.Indicator {
    fileprivate init?(_ figure: Figure) {
        guard figure.unit == .share, let valid = figure.outOf else { return nil }
        self.init(id: figure.id, yes: figure.count, valid: valid)
    }
}
