import CertificationDomain
import Contracts
package import PluginKit
import Scheme

extension CertificationPlugin {
    package var commands: [CommandHandler] {
        [
            CommandHandler(answering: RequestAudit.self) { try request($0, work: $1) },
            CommandHandler(PlanAudit.self) { command, work in
                try execute(.planAudit(reviewer: command.reviewer, on: command.on), of: command.run, work)
            },
            CommandHandler(RecordNonconformity.self) { command, work in
                try execute(
                    .recordNonconformity(command.nonconformity, class: command.class, on: command.on),
                    of: command.run,
                    work
                )
            },
            CommandHandler(ResolveNonconformity.self) { command, work in
                try execute(.resolveNonconformity(command.nonconformity, on: command.on), of: command.run, work)
            },
            CommandHandler(CompleteAudit.self) { command, work in
                try execute(
                    .completeAudit(AuditWork(command), positive: command.positive, on: command.on),
                    of: command.run,
                    work
                )
            },
            CommandHandler(Decide.self) { command, work in
                let order = CertificationCommand.Order.decide(
                    grant: command.grant,
                    reasons: command.reasons,
                    on: command.on
                )
                try execute(order, because: command.reasons, of: command.run, work)
            },
            CommandHandler(Suspend.self) { command, work in
                let order = CertificationCommand.Order.suspend(reason: command.reason, on: command.on)
                try execute(order, because: command.reason, of: command.run, work)
            },
            CommandHandler(LiftSuspension.self) { command, work in
                try execute(.liftSuspension(on: command.on), of: command.run, work)
            },
            CommandHandler(Withdraw.self) { command, work in
                let order = CertificationCommand.Order.withdraw(reason: command.reason, on: command.on)
                try execute(order, because: command.reason, of: command.run, work)
            },
        ]
    }

    /// Decides on a run's stream and keeps the reason that was given, beside the events.
    private func execute(
        _ order: CertificationCommand.Order,
        because reason: String,
        of run: RunID,
        _ work: PluginWork
    ) throws {
        try Reason(text: reason).keep(of: try execute(order, of: run, work), in: work.transaction)
    }

    private func request(_ command: RequestAudit, work: PluginWork) throws -> RequestAudit.Answer {
        for event in try execute(.requestAudit(by: command.by, on: command.on), of: command.run, work) {
            if case .auditRequested(let application, _, _) = event.fact {
                return RequestAudit.Answer(application: application)
            }
        }
        throw CertificationRefusal.noApplication(command.run)
    }
}

extension AuditWork {
    fileprivate init(_ command: CompleteAudit) {
        self.init(
            siteVisit: command.siteVisit,
            documentStudy: command.documentStudy,
            interviewsEntrepreneurs: command.interviewsEntrepreneurs,
            interviewsGovernment: command.interviewsGovernment
        )
    }
}
