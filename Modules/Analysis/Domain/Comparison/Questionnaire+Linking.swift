import Statistics

extension Questionnaire {
    /// Links the answers to this questionnaire with those to an earlier one by the codes of the establishments.
    ///
    /// A code that stands in both measurements is the same establishment; whoever hands out new codes links nothing.
    /// Questions that were put in other words are left out.
    package func linked(
        _ responses: some Collection<SurveyResponse>,
        with earlier: Questionnaire,
        _ earlierResponses: some Collection<SurveyResponse>
    ) -> [LinkedAnswers] {
        questions.filter { compares($0.indicator.id, with: earlier) }.map { question in
            question.linked(question.answers(in: earlierResponses), question.answers(in: responses))
        }
    }
}

extension Question {
    /// Whether each establishment that answered said yes.
    fileprivate func answers(in responses: some Collection<SurveyResponse>) -> [RespondentCode: Bool] {
        let given = responses.compactMap { response in
            response.answers[code].map { (response.respondent, indicator.yes.contains($0)) }
        }
        return Dictionary(given, uniquingKeysWith: { first, _ in first })
    }

    fileprivate func linked(_ before: [RespondentCode: Bool], _ after: [RespondentCode: Bool]) -> LinkedAnswers {
        let both = before.compactMap { code, first in after[code].map { (first, $0) } }
        func pairs(_ first: Bool, _ second: Bool) -> Int { both.count { $0 == (first, second) } }
        func only(_ one: [RespondentCode: Bool], not other: [RespondentCode: Bool]) -> SurveyTally.Indicator {
            let answers = one.filter { other[$0.key] == nil }.values
            return SurveyTally.Indicator(id: indicator.id, yes: answers.count { $0 }, valid: answers.count)
        }
        return LinkedAnswers(
            figure: indicator.id,
            pairs: PairedTable(
                yesYes: pairs(true, true),
                yesNo: pairs(true, false),
                noYes: pairs(false, true),
                noNo: pairs(false, false)
            ),
            onlyBefore: only(before, not: after),
            onlyAfter: only(after, not: before)
        )
    }
}
