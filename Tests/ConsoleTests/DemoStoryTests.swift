import Contracts
import Scheme
import Testing

@testable import Console

@Suite("The story of the demonstration")
struct DemoStoryTests {
    @Test("a partner loses its system on one of its days and has it again on a later one")
    func absence() throws {
        let days = DemoStory.chapters.map(\.day)
        let from = try #require(days.firstIndex(of: DemoStory.absence.from))
        let until = try #require(days.firstIndex(of: DemoStory.absence.until))
        #expect(from < until && DemoPartner.all.contains { $0.isAwayForAWhile })
    }

    @Test("its days follow each other, so that no clock runs backwards")
    func days() {
        let days = DemoStory.chapters.map { DemoStory.date($0.day) }
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("it tells of both kinds of area, and its reviewer is no party")
    func cast() {
        #expect(Set(DemoArea.all.map(\.kind)) == [.shoppingArea, .businessPark])
        #expect(DemoArea.all.allSatisfy { !$0.organisations.contains(DemoStory.reviewer) })
        let mandatory = Set<PartyKind>([.entrepreneurs, .municipality, .police, .fireBrigade])
        #expect(DemoArea.all.allSatisfy { Set($0.parties.map(\.kind)) == mandatory })
    }
}
