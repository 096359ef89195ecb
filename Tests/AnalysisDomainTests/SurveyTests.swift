import AnalysisDomain
import Scheme
import TestSupport
import Testing

@Suite("Survey")
struct SurveyTests {
    @Test("opening freezes the number invited and takes the newest questionnaire of the kind")
    func opening() {
        let opening = SurveyOpening(
            questionnaire: made(QuestionnaireID("kvo-w-2")),
            invited: 113,
            on: Example.day("2023-09-01")
        )
        Example.story().when(Example.open).then(.surveyOpened(Example.ref(), opening))
            .given(
                .heard(
                    .area(
                        AreaChange(
                            area: Example.area,
                            before: nil,
                            after: AreaFacts(establishments: 90, regions: [Example.centre])
                        )
                    )
                )
            )
            .having(Example.answers(20), Example.answers(13))
            .when(Example.answers(1))
            .then(
                .responsesReceived(Example.ref(), ResponseReceipt(count: 1, digest: "d1")),
                .thresholdReached(Example.ref(), ResponseThreshold(answers: 34, needed: 34, invited: 113))
            )
    }

    @Test("the number invited and the questionnaire can be chosen")
    func choosing() {
        let command = MeasurementCommand.openSurvey(QuestionnaireID("kvo-w-1"), invited: 40, on: Example.today)
        Example.story().when(Example.measure(command)).then(
            .surveyOpened(
                Example.ref(),
                SurveyOpening(questionnaire: made(QuestionnaireID("kvo-w-1")), invited: 40, on: Example.today)
            )
        )
    }

    @Test(
        "a questionnaire that does not fit is refused",
        arguments: [
            ("kvo-x-9", "there is no questionnaire kvo-x-9; choose kvo-w-1 or kvo-w-2."),
            ("kvo-b-1", "is for a bedrijventerrein and this area is a winkelgebied"),
        ]
    )
    func otherQuestionnaire(id: String, words: String) {
        Example.story()
            .when(Example.measure(.openSurvey(QuestionnaireID(id), invited: nil, on: Example.today)))
            .refused(saying: words)
    }

    @Test("a kind of area without a questionnaire cannot have a survey")
    func noQuestionnaire() {
        Example.story(.businessPark, decider: Example.decider([Example.shop])).when(Example.open)
            .refused(with: .noQuestionnaire(.businessPark))
    }

    @Test("an impossible number invited is refused", arguments: [0, -1, 100_001])
    func invited(number: Int) {
        Example.story().when(Example.measure(.openSurvey(nil, invited: number, on: Example.today)))
            .refused(with: .invitedOutOfRange(number, most: 100_000))
    }

    @Test("a survey that opens in the future is refused")
    func openingInTheFuture() {
        Example.story().when(Example.measure(.openSurvey(nil, invited: nil, on: Example.day("2024-02-01"))))
            .refused(saying: "dated 2024-02-01, which is after today (2024-01-31)")
    }

    @Test("a second survey in the same measurement is refused, open or closed")
    func twice() {
        let words = "was already opened on 2023-09-01"
        Example.story().having(Example.open).when(Example.open).refused(saying: words)
        Example.story().having(Example.open, Example.close).when(Example.open).refused(saying: words)
    }

    @Test("exactly the needed number reaches the threshold, once")
    func threshold() {
        let opened = Example.story().having(Example.open)
        #expect(opened.when(Example.answers(33)).events.count == 1)
        #expect(opened.when(Example.answers(34)).events.count == 2)
        #expect(opened.having(Example.answers(34)).when(Example.answers(5)).events.count == 1)
    }

    @Test("all invited may answer, and not one more")
    func tooMany() {
        Example.story().having(Example.open, Example.answers(112)).when(Example.answers(1))
            .then(.responsesReceived(Example.ref(), ResponseReceipt(count: 1, digest: "d1")))
            .when(Example.answers(1)).refused(with: .tooManyAnswers(114, invited: 113))
    }

    @Test("answers outside an open survey are refused")
    func outsideTheSurvey() {
        Example.story().when(Example.answers(1)).refused(with: .surveyNotOpened(.importResponses))
        Example.story().having(Example.open, Example.close).when(Example.answers(1))
            .refused(saying: "was closed on 2023-10-01")
        Example.story().having(Example.open).when(Example.answers(0)).refused(with: .noResponses)
    }

    @Test("closing tells how many answered")
    func closing() {
        Example.story().having(Example.open, Example.answers(20)).when(Example.close)
            .then(
                .surveyClosed(
                    Example.ref(),
                    SurveyClosing(answers: 20, invited: 113, on: Example.day("2023-10-01"))
                )
            )
            .when(Example.close).refused(with: .surveyClosed(.closeSurvey, on: Example.day("2023-10-01")))
    }

    @Test("a survey cannot close before it opened, in the future, or unopened")
    func closingAtTheWrongTime() {
        let opened = Example.story().having(Example.open)
        opened.when(Example.measure(.closeSurvey(on: Example.day("2023-08-31"))))
            .refused(saying: "before its opening on 2023-09-01")
        opened.when(Example.measure(.closeSurvey(on: Example.day("2024-02-01")))).refused(saying: "after today")
        Example.story().when(Example.close).refused(with: .surveyNotOpened(.closeSurvey))
    }
}
