import AnalysisDomain
import Contracts
import Scheme

extension MeasurementPair {
    /// The fixed sentences that apply, in the order in which they are read.
    func notes(_ survey: [ReportedQuestion], _ crimes: [ReportedCrime]) -> [ReportNote] {
        surveyNotes(survey) + crimeNotes(crimes)
    }

    private func surveyNotes(_ questions: [ReportedQuestion]) -> [ReportNote] {
        guard let survey = now.survey, !questions.isEmpty else { return [] }
        let compared = questions.flatMap(\.changes)
        let isUnlinked = !compared.isEmpty && !compared.contains { $0.method == .pairedDifference }
        let isOtherSeason = before?.survey.map { survey.isInOtherSeason(than: $0) } == true
        return [
            survey.answers == survey.invited ? note(.responseComplete) : note(.responseCaveat),
            isUnlinked ? note(.unlinked) : nil,
            isOtherSeason ? note(.season) : nil,
        ].compactMap(\.self) + questions.filter(\.isReworded).map { note(.reworded, about: $0.id) }
    }

    private func crimeNotes(_ crimes: [ReportedCrime]) -> [ReportNote] {
        let withheld = crimes.filter(\.isWithheld).map(\.name)
        let compared = crimes.filter { !$0.changes.isEmpty }
        let effects = compared.filter { $0.changes.contains { $0.method == .relativeEffectSize } }
        let regressions = compared.compactMap { crime -> ReportNote? in
            guard let line = crime.regression, let count = crime.before?.count else { return nil }
            let values = ["k": "\(count)", "verwacht": "\(Int(line.expected.rounded()))"]
            return note(.regression, about: crime.id, values)
        }
        let windows = [before, now].compactMap { $0?.windows[.policeFigures] }
        let isOtherMonths = windows.count == 2 && windows[0].from.month != windows[1].from.month
        return (withheld.isEmpty ? [] : [note(.withheld, ["soorten": withheld.joined(separator: ", ")])])
            + (compared.isEmpty ? [] : [note(.wholePackage)])
            + (isOtherMonths ? [note(.otherMonths)] : [])
            + each(.noReference, compared.filter { !hasReference($0) }, of: compared)
            + each(.dispersionUnknown, effects.filter { $0.changes.first?.dispersion == nil }, of: effects)
            + (regressions.isEmpty && !compared.isEmpty ? [note(.regressionUnknown)] : regressions)
    }

    /// One sentence for each, or a single one about the whole when it holds for all.
    private func each(_ key: ReportNoteKey, _ some: [ReportedCrime], of all: [ReportedCrime]) -> [ReportNote] {
        if !all.isEmpty, some.count == all.count { return [note(key)] }
        return some.map { note(key, about: $0.id) }
    }

    /// Whether the rest of the municipality is known in both measurements.
    private func hasReference(_ crime: ReportedCrime) -> Bool {
        crime.now?.reference != nil && crime.before?.reference != nil
    }

    private func note(_ key: ReportNoteKey, about: String? = nil, _ values: [String: String] = [:]) -> ReportNote {
        ReportNote(key: key, about: about, values: values)
    }
}

extension Survey {
    /// The most months between two times of the year that still count as the same season; an assumption of ours.
    private static let sameSeason = 2

    /// Whether it was opened at another time of the year than an earlier one.
    fileprivate func isInOtherSeason(than earlier: Survey) -> Bool {
        let apart = abs(openedOn.month - earlier.openedOn.month)
        return min(apart, 12 - apart) > Self.sameSeason
    }
}
