import Contracts
import Scheme
import Testing

@testable import Console

@Suite("The story of the demonstration")
struct DemoStoryTests {
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
