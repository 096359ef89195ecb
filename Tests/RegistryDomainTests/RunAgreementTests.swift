import RegistryDomain
import Scheme
import TestSupport
import Testing

@Suite("The declaration of intent")
struct RunAgreementTests {
    @Test("is signed by all mandatory parties, installs the workgroup and brings the run to step 2")
    func sign() throws {
        try RunStory.withParties().when(.sign(Example.agreement(), Example.workgroup)).then(
            RunStory.fact(.agreementSigned(Example.agreement())),
            RunStory.fact(.workgroupInstalled(Example.workgroup, on: Example.today)),
            RunStory.moved(1, 2, "Veiligheidsanalyse", round: 1, because: "intentieverklaring-ondertekend")
        )
    }

    @Test("waits for a mandatory kind of party that has not joined")
    func absent() throws {
        let story = try RunStory.withParties().having(.leave(Example.id("brandweer-1"), on: Example.today))
        let kinds: [PartyKind] = [.entrepreneurs, .municipality, .police]
        let outcome = story.when(.sign(Example.agreement(of: kinds), Example.workgroup))
        outcome.refused(gate: "verplichte-partijen-getekend")
        outcome.refused(
            saying: "step 1 (Samenwerking vormgeven) cannot end: gate verplichte-partijen-getekend is closed, "
                + "no party of the kind brandweer has joined"
        )
    }

    @Test("waits for a mandatory kind of party that has not signed")
    func unsigned() throws {
        let outcome = try RunStory.withParties()
            .when(.sign(Example.agreement(of: [.entrepreneurs, .municipality]), Example.workgroup))
        outcome.refused(gate: "verplichte-partijen-getekend")
        outcome.refused(saying: "no party of the kind politie, brandweer has signed")
    }

    @Test("asks for no signature where the scheme has no such gate")
    func withoutGate() throws {
        let open = try SchemeCatalogue([Schemes.standard(without: "verplichte-partijen-getekend")])
        var story = RunStory(schemes: open)
        story = story.having(
            .start(areas: [Example.area], Example.start()),
            .join(Example.party(.entrepreneurs), on: Example.today)
        )
        let chair = Example.party(.entrepreneurs).organisation
        let outcome = story.when(
            .sign(Example.agreement(of: [.entrepreneurs]), Workgroup(chair: chair, members: [chair]))
        )
        #expect(outcome.state?.phase == 2)
    }

    @Test("takes signatures, a chair and members of parties only")
    func outsiders() throws {
        let story = try RunStory.withParties()
        let outsider: OrganisationID = Example.id("kvk:12345678")
        let inside = Example.party(.police).organisation
        story.when(.sign(Example.agreement(of: Example.mandatory + [.other]), Example.workgroup))
            .refused(saying: "overig-1 is not a party in run gm1581-0001-t1 and cannot sign")
        story.when(.sign(Example.agreement(), Workgroup(chair: outsider, members: [inside])))
            .refused(saying: "kvk:12345678 is not a party in run gm1581-0001-t1 and cannot chair the workgroup")
        story.when(.sign(Example.agreement(), Workgroup(chair: inside, members: [inside, outsider])))
            .refused(saying: "cannot be in the workgroup")
        story.when(.sign(Example.agreement(), Workgroup(chair: inside, members: [inside, inside])))
            .refused(with: .memberTwice(inside))
        story.when(.sign(Example.agreement(), Workgroup(chair: inside, members: []))).refused(with: .emptyWorkgroup)
    }

    @Test(
        "is signed in a function of 1 to 40 letters, spaces and hyphens",
        arguments: [
            ("wethouder", true), ("Coördinator park-beheer", true), (String(repeating: "x", count: 40), true),
            (String(repeating: "x", count: 41), false), ("", false), (" - ", false), ("j.jansen", false),
            ("wethouder, 06-12345678", false), ("wethouder\nJ", false),
        ]
    )
    func functions(function: String, isTaken: Bool) throws {
        let signatures = Example.mandatory.map {
            Agreement.Signature(organisation: Example.party($0).organisation, function: function)
        }
        let agreement = Agreement(on: Example.today, signatures: signatures, meetingsPerYear: 4)
        let outcome = try RunStory.withParties().when(.sign(agreement, Example.workgroup))
        #expect((outcome.refusal == nil) == isTaken)
        if !isTaken {
            outcome.refused(
                saying: "the function in which ondernemers-1 signs must be 1 to 40 letters, spaces and hyphens, such "
                    + "as wethouder; give the office, not the person."
            )
        }
    }

    @Test(
        "promises the meetings that the scheme asks for",
        arguments: [(1, false), (2, true), (366, true), (367, false)]
    )
    func meetings(number: Int, isTaken: Bool) throws {
        let outcome = try RunStory.withParties()
            .when(.sign(Example.agreement(meetings: number), Example.workgroup))
        #expect((outcome.refusal == nil) == isTaken)
    }

    @Test("is not signed on a day that has not come")
    func future() throws {
        let tomorrow = Example.day("2026-03-03")
        try RunStory.withParties().when(.sign(Example.agreement(on: tomorrow), Example.workgroup))
            .refused(saying: "2026-03-03 lies after today")
    }

    @Test("is signed by those who had joined by the day of signing, and so are the chair and the members")
    func joinedLater() throws {
        let (yesterday, late) = (Example.day("2026-03-01"), Example.party(.police).organisation)
        let others: [PartyKind] = [.entrepreneurs, .municipality, .fireBrigade]
        let story = others.reduce(try RunStory.begun()) { $0.having(.join(Example.party($1), on: yesterday)) }
            .having(.join(Example.party(.police), on: Example.today))
        let early = Example.party(.entrepreneurs).organisation
        let inside = Workgroup(chair: early, members: [early])
        func sign(_ kinds: [PartyKind], _ workgroup: Workgroup) -> ScenarioOutcome<RunDecider> {
            story.when(.sign(Example.agreement(of: kinds, on: yesterday), workgroup))
        }
        sign(Example.mandatory, inside).refused(
            saying: "politie-1 joined on 2026-03-02 and cannot sign on 2026-03-01; give the day on which it joined"
        )
        sign(others, Workgroup(chair: late, members: [early]))
            .refused(with: .notYetParty(late, "chair the workgroup", since: Example.today, on: yesterday))
        sign(others, Workgroup(chair: early, members: [early, late]))
            .refused(with: .notYetParty(late, "be in the workgroup", since: Example.today, on: yesterday))
        #expect(story.when(.sign(Example.agreement(), Example.workgroup)).refusal == nil)
    }

    @Test("is signed at step 1 only, and says where the run is")
    func wrongStep() throws {
        try RunStory.signed().when(.sign(Example.agreement(), Example.workgroup)).refused(
            saying: "run gm1581-0001-t1 is at step 2 (Veiligheidsanalyse); the intentieverklaring can only be signed "
                + "at step 1 (Samenwerking vormgeven)."
        )
    }
}
