package import Scheme

/// The questionnaires that the service knows, oldest first.
package struct QuestionnaireCatalogue: Hashable, Sendable {
    /// The questionnaires, oldest first.
    package let all: [Questionnaire]

    /// Makes a catalogue of questionnaires with different identifiers, oldest first.
    package init(_ all: [Questionnaire]) { self.all = all }

    /// The questionnaire with an identifier, or `nil`.
    package subscript(id: QuestionnaireID) -> Questionnaire? { all.first { $0.id == id } }

    /// The newest questionnaire for a kind of area, or `nil`.
    package func newest(for kind: AreaKind) -> Questionnaire? { all.last { $0.kind == kind } }

    /// Whether a survey figure means the same in two questionnaires.
    func compares(_ figure: FigureID, _ first: QuestionnaireID, _ second: QuestionnaireID) -> Bool {
        guard let first = self[first], let second = self[second] else { return false }
        return first.compares(figure, with: second)
    }
}
