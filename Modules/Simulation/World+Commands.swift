import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import PluginKit

/// Commands to the gateway, and what comes between the transactions of one.
extension World {
    func carryOut(_ order: PartnerOrder) async throws {
        guard gateway.isUp, !strikes(weather.crashAtCommit) else {
            // No answer: the client asks again under the same key.
            if gateway.isUp { crash(.gateway) }
            return plan(.command(order), after: 300...1500)
        }
        let isRepeated = gateway.model.answers[order.key] != nil
        let interruption = interruption(of: order)
        let owed = gateway.model.carryOut(order, publications, interruption)
        try plan(interruption, owed)
        let request = try order.request(of: partners[order.partner].id, by: issuer)
        let reply: CommandReply
        do {
            reply = try await gateway.runtime.carryOut(request, at: wall)
        } catch is SteppedStore.Crash {
            note("\(order): the process ends in the middle")
            tally.note(.interruption)
            try await compare()
            crash(.gateway)
            return plan(.command(order), after: 300...1500)
        }
        try checkOther(interruption, owed.other)
        let isOwed = owed.outcome == .done
        var isDone = false
        if case .done = reply { isDone = true }
        note("\(order): \(isDone ? "done" : "refused")\(isRepeated ? ", again" : "")")
        guard isDone == isOwed else { return violate("\(order) should be \(isOwed ? "done" : "refused"): \(reply)") }
        if isRepeated, gateway.replies[order.key] != reply { return violate("\(order), repeated, got another answer") }
        gateway.replies[order.key] = reply
        if !isRepeated { count(order) }
        try await compare()
        plan(.keepDoors, after: 0...50)
        if strikes(weather.crashAtCommit) {
            crash(.gateway)
            return plan(.command(order), after: 300...1500)
        }
        if strikes(weather.duplication) { plan(.command(order), after: 10...2000) }
    }

    /// What is to happen between two pages of a back-fill, if there are two.
    private func interruption(of order: PartnerOrder) -> GatewayModel.Interruption? {
        guard case .backfill = order.what, !isCalm, dice.happens(0.7) else { return nil }
        let other = dice.happens(0.3) ? nil : self.order(about: order.partner)
        return GatewayModel.Interruption(page: dice.number(1...4), order: other)
    }

    /// Has it happen in the gateway's store as well, when the back-fill goes so far.
    private func plan(
        _ interruption: GatewayModel.Interruption?,
        _ owed: (outcome: GatewayModel.Outcome, other: Bool?)
    ) throws {
        guard let interruption, owed.outcome == .crashed || owed.other != nil else { return }
        var step = SteppedStore.Step.crash
        if let order = interruption.order {
            step = .command(try order.request(of: partners[order.partner].id, by: issuer), at: wall)
        }
        gateway.runtime.store.plan(step, after: interruption.page)
    }

    private func checkOther(_ interruption: GatewayModel.Interruption?, _ owed: Bool?) throws {
        guard !gateway.runtime.store.dropPlan() else { return violate("a back-fill took fewer pages than it should") }
        let reply = gateway.runtime.store.takeReply()
        guard let owed, let order = interruption?.order else { return }
        tally.note(.interruption)
        var isDone = false
        if case .done = reply { isDone = true }
        note("between two pages, \(order): \(isDone ? "done" : "refused")")
        guard isDone == owed else {
            return violate("between two pages \(order) should be \(owed ? "done" : "refused")")
        }
        count(order)
    }

    private func count(_ order: PartnerOrder) {
        switch order.what {
        case .grant, .withdraw, .backfill: tally.note(.grant)
        case .revoke: tally.note(.revocation)
        case .admit, .rotate: break
        }
    }
}
