package import AnalysisDomain
import Scheme
import Tabular

/// Who may answer a survey, and under which name an answer is kept.
package struct RespondentDesk: Sendable {
    /// The names of those whose answers were taken over before.
    private let known: Set<RespondentCode>
    /// The names of those that were invited; `nil` when codes were not handed out by us.
    private let invited: Set<RespondentCode>?
    private let name: @Sendable (RespondentCode) -> RespondentCode

    /// Makes a desk.
    ///
    /// - Parameters:
    ///   - known: The kept names of those whose answers were taken over before.
    ///   - invited: The kept names of those that were invited, or `nil` to admit every code.
    ///   - name: The name under which the answers to a code are kept.
    package init(
        known: Set<RespondentCode>,
        invited: Set<RespondentCode>? = nil,
        name: @escaping @Sendable (RespondentCode) -> RespondentCode = { $0 }
    ) {
        (self.known, self.invited, self.name) = (known, invited, name)
    }

    /// The kept name of the respondent whose code stands in a field, and whether it has answered before.
    func admit(_ field: Field, column: String) throws(ImportError) -> (name: RespondentCode, isKnown: Bool) {
        let text = field.trimmed
        guard !text.isEmpty else { throw .emptyField(column: column, field.place) }
        if invited != nil {
            do { _ = try ResponseCode(typed: text) } catch { throw .survey(.code(text, error), field.place) }
        }
        guard let code = RespondentCode(text.filter { invited == nil || $0 != " " }) else {
            throw .unreadableRespondent(text, field.place)
        }
        let name = name(code)
        if let invited, !invited.contains(name) { throw .survey(.uninvited(text), field.place) }
        return (name, known.contains(name))
    }
}
