import Contracts
import Scheme

extension Edition {
    /// The least number of answers of which a percentage is shown.
    static let percentageBase = 10

    /// 9 van de 27 bedrijven die antwoordden (33 %); without the percentage below ten answers.
    func telling(_ share: ReportedShare) -> String {
        let count: [String: Fill] = ["x": .count(share.yes), "n": .count(share.valid)]
        guard share.valid >= Self.percentageBase, let value = share.value else {
            return texts("aandeel.telling", count)
        }
        return texts("aandeel.telling.procent", count.merging(["pct": .percent(value)]) { $1 })
    }

    /// How many of all establishments that would be.
    func estimate(_ share: ReportedShare) -> String? {
        if share.valid == share.population { return texts("respons.volledig") }
        guard let lower = share.firmsLower, let upper = share.firmsUpper else { return nil }
        return texts(
            "aandeel.schatting",
            ["laag": .count(lower), "hoog": .count(upper), "bedrijven": .count(share.population)]
        )
    }

    /// The main change of a question, when both shares may be told as percentages.
    func mainChange(_ question: ReportedQuestion) -> FigureChange? {
        guard !question.isReworded, let before = question.before, question.now.valid >= Self.percentageBase,
            before.valid >= Self.percentageBase
        else { return nil }
        return question.changes.first
    }

    /// Whether a question got better, worse, or neither, in words.
    func words(_ question: ReportedQuestion) -> (verdict: Verdict, words: String) {
        guard report.earlier != nil else { return (.same, texts("oordeel.eerste")) }
        if question.isReworded { return (.same, texts("oordeel.gewijzigd")) }
        guard mainChange(question) != nil else { return (.same, texts("oordeel.teweinig")) }
        let verdict = Verdict(question, isGoal: goals.contains(question.id))
        return (verdict, texts("enquete.\(verdict.rawValue)"))
    }

    /// The difference with its range: −7 procentpunten (tussen −25 en +11).
    func difference(_ change: FigureChange) -> String? {
        guard let estimate = change.estimate, let lower = change.lower, let upper = change.upper else { return nil }
        return texts(
            "enquete.verschil",
            ["verschil": .signed(100 * estimate), "laag": .signed(100 * lower), "hoog": .signed(100 * upper)]
        )
    }

    /// Whether a difference is left to chance only because several questions were compared at once.
    func isLostToFamily(_ question: ReportedQuestion) -> Bool {
        guard let change = mainChange(question), let lower = change.lower, let upper = change.upper else {
            return false
        }
        return (lower > 0 || upper < 0) && words(question).verdict == .same
    }

    /// What is to be said of a question, in order: decision, counts, range, caveats.
    func sentences(on question: ReportedQuestion) -> [String] {
        var sentences: [String] = []
        let judged = words(question)
        if isLostToFamily(question) {
            sentences.append(texts("enquete.familie"))
        } else if mainChange(question) != nil, judged.verdict == .same {
            sentences.append(texts("verschil.geen"))
        } else if report.earlier != nil {
            sentences.append(texts.opening(judged.words))
        }
        if let before = question.before, let name = beforeName, !question.isReworded {
            sentences.append(
                texts(
                    "enquete.telling.twee",
                    [
                        "nu": .text(telling(question.now)), "toen": .text(telling(before)), "metingNu": .text(nowName),
                        "metingToen": .text(name),
                    ]
                )
            )
        } else {
            sentences.append(
                texts("enquete.telling.een", ["nu": .text(telling(question.now)), "metingNu": .text(nowName)])
            )
        }
        sentences += [estimate(question.now)].compactMap(\.self)
        if let change = mainChange(question), let difference = difference(change) {
            sentences.append(texts("enquete.verandering", ["verschil": .text(difference)]))
            if let pairs = change.pairs { sentences.append(texts("enquete.paren", ["paren": .count(pairs)])) }
        }
        return sentences + notes(about: question.id)
    }
}

extension Texts {
    /// A text as a sentence: with a capital and a full stop.
    func opening(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }
}
