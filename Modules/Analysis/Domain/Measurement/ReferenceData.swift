/// The lists by which measurements are made; data that ships with the program.
package struct ReferenceData: Hashable, Sendable {
    /// The questionnaires.
    package let questionnaires: QuestionnaireCatalogue
    /// The police's crime types.
    package let crimes: CrimeTypeList
    /// The categories of the fire brigade's figures, in the order in which they are told.
    package let fireCategories: [FireCategory]
    /// The words by which findings are classified.
    package let findingCodes: FindingCodes
    /// Which kinds of problem figures tell of.
    package let problems: ProblemGuide
    /// What can be done about them.
    package let measures: MeasureCatalogue

    /// Makes the value.
    package init(
        questionnaires: QuestionnaireCatalogue,
        crimes: CrimeTypeList,
        fireCategories: [FireCategory],
        findingCodes: FindingCodes,
        problems: ProblemGuide = .none,
        measures: MeasureCatalogue = MeasureCatalogue([])
    ) {
        self.questionnaires = questionnaires
        self.crimes = crimes
        self.fireCategories = fireCategories
        self.findingCodes = findingCodes
        self.problems = problems
        self.measures = measures
    }
}
