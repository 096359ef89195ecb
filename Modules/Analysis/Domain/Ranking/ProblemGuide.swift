/// Which kinds of problem figures tell of, and how serious those are; data that ships with the program.
package struct ProblemGuide: Hashable, Sendable {
    /// What a figure tells of.
    package struct Entry: Hashable, Sendable {
        /// What the question is about, for a figure of the survey.
        package let theme: SurveyTheme?
        /// Whether a higher share is better, so that the problem is what is left of it.
        package let yesIsGood: Bool
        /// Whether it tells the chance that a problem befalls an establishment in a year.
        package let isChance: Bool
        /// The kinds of problem, the first of them the main one; none when it tells of no problem.
        package let problems: [ProblemKey]

        /// Makes the value.
        package init(
            theme: SurveyTheme? = nil,
            yesIsGood: Bool = false,
            isChance: Bool = true,
            problems: [ProblemKey]
        ) {
            self.theme = theme
            self.yesIsGood = yesIsGood
            self.isChance = isChance
            self.problems = problems
        }
    }

    /// The lowest rates per establishment and year of the classes of likelihood 2 and on, rising; 4 of them.
    package let likelihoods: [Double]
    /// How serious each kind of problem is when it happens, 1 to 5.
    package let impacts: [ProblemKey: Int]
    /// What figures tell of; a rate tells of the same as its count.
    package let entries: [FigureID: Entry]

    /// Makes the value.
    package init(likelihoods: [Double], impacts: [ProblemKey: Int], entries: [FigureID: Entry]) {
        (self.likelihoods, self.impacts, self.entries) = (likelihoods, impacts, entries)
    }

    /// A guide that knows no figure.
    package static let none = ProblemGuide(likelihoods: [], impacts: [:], entries: [:])

    /// What a figure tells of, or `nil` for one that the guide does not know.
    package func entry(of figure: FigureID) -> Entry? { entries[figure] ?? figure.counted.flatMap { entries[$0] } }

    /// What the question of a survey figure is about.
    package func theme(of figure: FigureID) -> SurveyTheme? { entry(of: figure)?.theme }

    /// How serious the main kind of problem is that a figure tells of.
    package func impact(of figure: FigureID) -> Int? { entry(of: figure)?.problems.first.flatMap { impacts[$0] } }

    /// The class of a rate per establishment and year, 1 to 5.
    package func likelihood(of rate: Double) -> Int {
        // The classes are "under 1 %, 1 to 5, 5 to 15, 15 to 40, over 40": only the last bound belongs to the class below.
        1 + likelihoods.dropLast().count { rate >= $0 } + (likelihoods.last.map { rate > $0 } == true ? 1 : 0)
    }
}
