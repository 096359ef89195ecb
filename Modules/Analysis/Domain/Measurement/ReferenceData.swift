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

    /// Makes the value.
    package init(
        questionnaires: QuestionnaireCatalogue,
        crimes: CrimeTypeList,
        fireCategories: [FireCategory],
        findingCodes: FindingCodes
    ) {
        self.questionnaires = questionnaires
        self.crimes = crimes
        self.fireCategories = fireCategories
        self.findingCodes = findingCodes
    }
}
