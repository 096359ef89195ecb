import Contracts
import Scheme

/// A report in one language; its sections are extensions.
struct Edition {
    /// What it is written from.
    let input: ReportInput
    /// The texts of its language.
    let texts: Texts

    /// The figures.
    var report: MeasurementReport { input.report }

    /// The name of a measurement, such as 0-meting.
    func measurement(_ number: Int) -> String { texts("meting", ["nummer": .text(String(number))]) }

    /// The name of the measurement of the report.
    var nowName: String { measurement(report.measurement) }

    /// The name of the one with which it is compared; `nil` without one.
    var beforeName: String? { report.earlier.map { measurement($0.measurement) } }

    /// The figures of the plan's objectives.
    var goals: Set<String> {
        Set(input.judgements.map(\.objective.indicator) + (input.plan?.objectives.map(\.indicator) ?? []))
    }

    /// The figures of the problems.
    var troubled: Set<String> { Set(report.problems.map(\.indicator)) }

    /// The fixed sentences that apply to a figure, or to the whole, of some keys.
    func notes(about figure: String?, _ keys: Set<ReportNoteKey> = Set(ReportNoteKey.allCases)) -> [String] {
        report.notes.filter { $0.about == figure && keys.contains($0.key) }.map(sentence)
    }

    /// A fixed sentence with its places filled.
    func sentence(of note: ReportNote) -> String {
        texts(
            note.key.rawValue,
            note.values.mapValues { value in
                if let count = Int(value) { return .count(count) }
                if let number = Double(value) { return .number(number, decimals: 0) }
                if let day = CalendarDate(value) { return .day(day) }
                return .text(value)
            }
        )
    }

    /// Where the figures of a source come from, those of the measurement of the report only.
    func sources(_ source: MeasurementSource) -> [String] {
        report.provenance.filter { $0.source == source && $0.measurement == report.measurement }.map { origin in
            // A questionnaire or a round has no name that says what it is.
            let isOwn = [.survey, .inspection].contains(source)
            let name = isOwn ? "\(source.name) \(origin.name)" : origin.name
            guard let day = origin.deliveredOn else { return texts("bron.naam", ["bron": .text(name)]) }
            return texts("bron.opgehaald", ["bron": .text(name), "datum": .day(day)])
        }
    }

    /// A paragraph for each sentence.
    func paragraphs(_ sentences: [String], _ kind: String = "plain") -> Markup {
        .group(sentences.map { .tag("p", ["class": kind], text: $0) })
    }

    /// A heading with a name that the contents can point to.
    func heading(_ key: String) -> Markup {
        .tag("h2", ["id": "k-\(key)"], text: texts("kop.\(key)"))
    }

    /// A part of the page.
    func section(_ key: String, _ content: [Markup]) -> Markup {
        .tag("section", ["aria-labelledby": "k-\(key)"], [heading(key)] + content)
    }
}
