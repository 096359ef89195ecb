import RegistryDomain
import Scheme
import TestSupport
import Testing

@Suite("The parties in a run")
struct RunPartyTests {
    let police = Example.party(.police)
    let tomorrow = Example.day("2026-03-03")

    @Test("join once, and joining again in the same form changes nothing")
    func join() throws {
        try RunStory.begun().when(.join(police, on: Example.today))
            .then(RunStory.fact(.partyJoined(police, on: Example.today)))
            .when(RunStory.order(.join(police, on: Example.today))).thenNothing()
    }

    @Test("do not join again as another kind of party")
    func otherKind() throws {
        let other = Party(organisation: police.organisation, kind: .security, name: police.name)
        try RunStory.begun().having(.join(police, on: Example.today)).when(.join(other, on: Example.today))
            .refused(saying: "politie-1 takes part already as politie")
    }

    @Test("do not join or leave on a day that has not come")
    func future() throws {
        let story = try RunStory.begun().having(.join(police, on: Example.today))
        let words = "2026-03-03 lies after today, 2026-03-02"
        story.when(.join(Example.party(.municipality), on: tomorrow)).refused(saying: words)
        story.when(.leave(police.organisation, on: tomorrow)).refused(saying: words)
    }

    @Test("leave with a flag when the last of a mandatory kind goes, and nothing is withdrawn")
    func lastOfMandatoryKind() throws {
        let second = Example.party(.police, 2)
        let story = try RunStory.certified().having(.join(second, on: Example.today))
        story.when(.leave(police.organisation, on: Example.today)).then(
            RunStory.fact(.partyLeft(police.organisation, .police, mandatoryKindMissing: false, on: Example.today))
        )
        .when(RunStory.order(.leave(second.organisation, on: Example.today))).then(
            RunStory.fact(.partyLeft(second.organisation, .police, mandatoryKindMissing: true, on: Example.today))
        )
    }

    @Test("leave without a flag when their kind is not mandatory")
    func optionalKind() throws {
        let guards = Example.party(.security)
        try RunStory.begun().having(.join(guards, on: Example.today)).when(
            .leave(guards.organisation, on: Example.today)
        )
        .then(
            RunStory.fact(.partyLeft(guards.organisation, .security, mandatoryKindMissing: false, on: Example.today))
        )
    }

    @Test("cannot leave without taking part, nor before they joined")
    func cannotLeave() throws {
        let story = try RunStory.begun()
        story.when(.leave(police.organisation, on: Example.today))
            .refused(saying: "politie-1 is not a party in run gm1581-0001-t1 and cannot leave")
        story.having(.join(police, on: Example.today)).when(.leave(police.organisation, on: Example.day("2026-03-01")))
            .refused(saying: "joined on 2026-03-02 and cannot have left on 2026-03-01")
    }

    @Test(
        "bear a name on one line that can be read",
        arguments: [
            "", "\u{200B}", "Poli\u{202E}tie", "Politie\nDoorn", "e" + String(repeating: "\u{301}", count: 200),
        ]
    )
    func name(text: String) throws {
        let nameless = Party(organisation: police.organisation, kind: .police, name: text)
        let outcome = try RunStory.begun().when(.join(nameless, on: Example.today))
        outcome.refused(with: .unfitName(police.organisation))
        outcome.refused(saying: "the name of politie-1 must be one line of 1 to 200 characters")
    }
}
