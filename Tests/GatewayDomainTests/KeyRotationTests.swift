import GatewayDomain
import Scheme
import TestSupport
import Testing

@Suite("Another key of a partner")
struct KeyRotationTests {
    typealias Story = PartnerStory

    private func rotate(_ number: Int, overlap days: Int, on date: CalendarDate = Story.today) -> PartnerCommand {
        Story.command(.rotate(to: Story.key(number), overlapDays: days), on: date)
    }

    private func renewed(_ number: Int, until: CalendarDate?, on date: CalendarDate = Story.today) -> PartnerEvent {
        .keyRenewed(Story.partner, Story.key(number), formerUntil: until, on: date)
    }

    @Test("lets the former one in for as many days as are asked, or ends it at once")
    func overlap() {
        let week = Story.today.adding(days: 7)
        let overlapping = Story.admitted.when(rotate(2, overlap: 7)).then(renewed(2, until: week))
        #expect(overlapping.state?.keys == [Partner.Key(Story.key(2)), Partner.Key(Story.key(1), until: week)])
        let atOnce = Story.admitted.when(rotate(2, overlap: 0)).then(renewed(2, until: nil))
        #expect(atOnce.state?.keys == [Partner.Key(Story.key(2))])
    }

    @Test("overlaps 0 to 30 days")
    func limits() {
        for days in [-1, 31, Int.max, Int.min] {
            Story.admitted.when(rotate(2, overlap: days)).refused(with: .unlikelyOverlap(days))
        }
        Story.admitted.when(rotate(2, overlap: 30)).then(renewed(2, until: Story.day("2026-12-23")))
    }

    @Test("leaves two keys at most: a third ends the first")
    func two() {
        let week = Story.today.adding(days: 7)
        let third = Story.admitted.having(rotate(2, overlap: 30)).when(rotate(3, overlap: 7)).then(
            renewed(3, until: week)
        )
        #expect(third.state?.keys == [Partner.Key(Story.key(3)), Partner.Key(Story.key(2), until: week)])
    }

    @Test("is never one that the partner had before")
    func past() {
        let third = Story.admitted.having(rotate(2, overlap: 0), rotate(3, overlap: 7))
        for number in 1...2 {
            third.when(rotate(number, overlap: 7)).refused(with: .formerKey(Story.key(number)))
        }
    }

    @Test("that is given again changes nothing, and can only shorten the life of the former one")
    func again() {
        let (week, day) = (Story.today.adding(days: 7), Story.today.adding(days: 1))
        let rotated = Story.admitted.having(rotate(2, overlap: 7))
        rotated.when(rotate(2, overlap: 7)).thenNothing()
        rotated.when(rotate(2, overlap: 7, on: day)).thenNothing()
        rotated.when(rotate(2, overlap: 30)).thenNothing()
        let shorter = rotated.when(rotate(2, overlap: 1)).then(renewed(2, until: day))
        #expect(shorter.state?.keys == [Partner.Key(Story.key(2)), Partner.Key(Story.key(1), until: day)])
        let lost = shorter.when(rotate(2, overlap: 0)).then(renewed(2, until: nil))
        #expect(lost.state?.keys == [Partner.Key(Story.key(2))])
        lost.when(rotate(2, overlap: 0)).thenNothing()
        rotated.when(rotate(2, overlap: 0, on: week.adding(days: 1))).thenNothing()
        Story.admitted.when(rotate(1, overlap: 0)).thenNothing()
    }
}
