import Contracts
import Scheme

extension Edition {
    /// The main sentences: response, goals, crimes, inspection, problems.
    var mainSentences: [String] {
        var sentences = [responseSentence].compactMap(\.self)
        sentences += input.judgements.map(sentence)
        sentences += [surveySentence].compactMap(\.self)
        if let total = report.crimes.first(where: \.isTotal), total.now != nil {
            sentences += self.sentences(counting: total) + [effect(total)].compactMap(\.self)
        }
        sentences += [inspectionSentence, problemSentence].compactMap(\.self)
        return sentences
    }

    /// How many answered.
    var responseSentence: String? {
        guard let response = report.response, response.invited > 0 else { return nil }
        let fills: [String: Fill] = [
            "complete": .count(response.answers), "eligible": .count(response.invited),
            "rate": .percent(Double(response.answers) / Double(response.invited)),
        ]
        return texts(response.invited >= Self.percentageBase ? "respons" : "respons.klein", fills)
    }

    /// How many questions got better and worse.
    private var surveySentence: String? {
        let compared = report.survey.filter { mainChange($0) != nil }
        guard !compared.isEmpty else { return nil }
        let verdicts = compared.map { words($0).verdict }
        return texts(
            "enquete.samen",
            [
                "vragen": .count(compared.count), "beter": .count(verdicts.count { $0 == .better }),
                "slechter": .count(verdicts.count { $0 == .worse }),
            ]
        )
    }

    /// How many findings have been solved.
    var inspectionSentence: String? {
        guard let inspection = report.inspection else { return nil }
        if let found = inspection.foundBefore, let solved = inspection.solvedBefore, let name = beforeName, found > 0 {
            return texts(
                "schouw.samen",
                [
                    "gevonden": .count(found), "opgelost": .count(solved), "metingToen": .text(name),
                    "nieuw": .count(inspection.found), "metingNu": .text(nowName),
                ]
            )
        }
        return texts(
            "schouw.een",
            ["gevonden": .count(inspection.found), "opgelost": .count(inspection.solved), "metingNu": .text(nowName)]
        )
    }

    /// The most serious problem; `nil` when none could be ranked.
    private var problemSentence: String? {
        guard let first = report.problems.first, first.likelihood != nil, first.impact != nil else { return nil }
        return texts("knelpunt.eerste", ["knelpunt": .text(first.bottleneck.text), "titel": .text(first.title)])
    }
}
