import Contracts

/// What `figures.json` holds.
struct FigureFileContent: Codable, Sendable {
    /// The version of the software that wrote it.
    let software: String
    /// The language of what is shown.
    let language: String
    /// The figures as the analysis service answered them.
    let report: MeasurementReport
    /// How far the goals are, as the planning service answered it.
    let judgements: [ObjectiveJudgement]
    /// Every number that the report shows, with what was derived.
    let shown: [FigureRow]
}

extension Edition {
    /// What `figures.json` holds.
    var figures: FigureFileContent {
        FigureFileContent(
            software: input.software,
            language: texts.language.rawValue,
            report: report,
            judgements: input.judgements,
            shown: rows
        )
    }
}
