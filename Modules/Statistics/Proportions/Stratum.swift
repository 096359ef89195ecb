/// Counts the members, the answers and the yes of one group of a list, such as a sector.
package struct Stratum: Sendable, Hashable {
    /// The members N_h on the list.
    package let population: Int
    /// The answers n_h among them.
    package let answers: Int
    /// The yes x_h among the answers.
    package let yes: Int

    /// Takes the three counts; `poststratProp` checks them.
    package init(population: Int, answers: Int, yes: Int) {
        self.population = population
        self.answers = answers
        self.yes = yes
    }
}
