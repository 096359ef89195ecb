import CloudEvents
import Contracts
import FoundationEssentials
import Scheme

/// Plays the story against the running services and prints what the subscriber receives.
struct DemoPlayer {
    /// How many commands were carried out, tried at the wrong moment, and refused there.
    struct Turns: Sendable {
        var carriedOut = 0
        var tried = 0
        var refused = 0
    }

    let system: DemoSystem
    let examples: String
    /// Takes the lines of the story.
    var say: (String) -> Void = { Console.print($0) }
    /// Called with the number of each command that was carried out, from 1, before the other services have heard of it.
    var afterCommand: (Int) throws -> Void = { _ in }

    /// Plays all chapters in order, in each area.
    ///
    /// - Throws: ``ConsoleError`` when a command that must happen is refused.
    func play(_ chapters: [DemoChapter], with areas: [DemoArea]) async throws -> Turns {
        var turns = Turns()
        for chapter in chapters {
            try await system.client.setClocks(to: DemoStory.date(chapter.day), as: DemoSystem.issuer)
            say("\n\(chapter.day)")
            try movePartners(on: chapter.day)
            // What the passing of time brought about belongs to the day, not to what is done on it.
            try await tell(areas)
            for area in areas {
                let files = DemoFiles(folder: "\(examples)/\(area.folder)")
                for action in try chapter.actions(area, files) { try await perform(action, in: area, &turns) }
                try await tell(areas)
            }
        }
        return turns
    }

    private func movePartners(on day: String) throws {
        if day == DemoStory.absence.from {
            for name in system.partners.leave() { say("  \(name): its system is killed") }
        }
        if day == DemoStory.absence.until {
            for name in try system.partners.comeBack() { say("  \(name): its system starts again where it was") }
        }
    }

    private func perform(_ action: DemoAction, in area: DemoArea, _ turns: inout Turns) async throws {
        switch action {
        case .carryOut(let command):
            let done = try await system.client.send(command, as: DemoSystem.issuer)
            turns.carriedOut += 1
            try afterCommand(turns.carriedOut)
            if let mark = done.mark { try await system.client.settle(after: mark) }
        case .wrongTurn(let what, let command):
            turns.tried += 1
            do {
                _ = try await system.client.send(command, as: DemoSystem.issuer)
                say(TextWrap.lines("!! \(what) was NOT refused", indent: 4))
            } catch ConsoleError.refused(let refused) where [.refused, .invalid].contains(refused.code) {
                turns.refused += 1
                let sentence = (refused.place.map { "\($0): " } ?? "") + refused.message
                say(TextWrap.lines("✗ \(area.name): \(what)\n\(sentence)", indent: 4))
            }
        }
    }

    /// Prints what the subscriber has received since the last time.
    private func tell(_ areas: [DemoArea]) async throws {
        try await system.waitForSubscriber()
        let news = try system.log.takeNew()
        for area in areas {
            let mine = news.filter { $0.area == area.id.text }
            guard !mine.isEmpty else { continue }
            let names = EventName.grouped(
                mine.map { EventName.short($0.event.type) }.filter { $0 != "traject-fase-gewijzigd" }
            )
            say(TextWrap.lines("\(area.name): \(names.joined(separator: ", "))", indent: 2))
            for change in mine.compactMap(DemoSystem.phaseChange) {
                let end = change.from.map { "step \($0) is done" } ?? "begin"
                say("    ✓ \(end) → step \(change.to) \(change.name)")
            }
        }
    }
}
