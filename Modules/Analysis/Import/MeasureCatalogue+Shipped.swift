import AnalysisDomain
import Scheme

extension ProblemGuide {
    /// Checks the list that ships with the program.
    init(_ list: ProblemList) throws(ImportError) {
        func damaged(_ why: String) -> ImportError { .damagedList(name: "problems", why: why) }
        guard list.likelihoods.count == 4, list.likelihoods == list.likelihoods.sorted() else {
            throw damaged("the classes of likelihood are not four rising bounds")
        }
        var impacts: [ProblemKey: Int] = [:]
        for (text, impact) in list.impacts {
            guard let key = ProblemKey(text), (1...5).contains(impact) else { throw damaged("the impact of \(text)") }
            impacts[key] = impact
        }
        var entries: [FigureID: Entry] = [:]
        for figure in list.figures {
            let theme = figure.theme.flatMap(SurveyTheme.init(rawValue:))
            guard (theme == nil) == (figure.theme == nil) else { throw damaged("the theme of \(figure.id)") }
            if let key = figure.problems.first(where: { impacts[$0] == nil && $0 != .every }) {
                throw damaged("\(figure.id) names \(key), which has no impact")
            }
            let entry = Entry(
                theme: theme,
                yesIsGood: figure.yesIsGood,
                isChance: figure.isChance,
                problems: figure.problems
            )
            guard entries.updateValue(entry, forKey: figure.id) == nil else {
                throw damaged("\(figure.id) stands twice")
            }
        }
        self.init(likelihoods: list.likelihoods, impacts: impacts, entries: entries)
    }
}

extension MeasureCatalogue {
    /// Checks the list that ships with the program.
    init(_ list: MeasureList) throws(ImportError) {
        func damaged(_ why: String) -> ImportError { .damagedList(name: "measures", why: why) }
        var measures: [CatalogueMeasure] = []
        for entry in list.measures {
            guard let grade = CatalogueMeasure.Grade(rawValue: entry.grade),
                let status = CatalogueMeasure.SourceStatus(rawValue: entry.sourceStatus)
            else { throw damaged("the grade or the status of \(entry.id)") }
            guard !measures.contains(where: { $0.id == entry.id }) else { throw damaged("\(entry.id) stands twice") }
            measures.append(
                CatalogueMeasure(
                    id: entry.id,
                    name: entry.name,
                    problems: entry.problems,
                    mechanism: entry.mechanism,
                    grade: grade,
                    source: entry.source,
                    sourceStatus: status,
                    note: entry.note
                )
            )
        }
        self.init(measures)
    }
}
