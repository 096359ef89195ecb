import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

extension RegistryPlugin {
    var runCommands: [CommandHandler] {
        [
            CommandHandler(answering: StartRun.self) { try start($0, work: $1) },
            CommandHandler(JoinParty.self) { command, work in
                let party = Party(organisation: command.organisation, kind: command.kind, name: command.name)
                try execute(.join(party, on: command.on), in: command.run, work)
            },
            CommandHandler(LeaveParty.self) { command, work in
                try execute(.leave(command.organisation, on: command.on), in: command.run, work)
            },
            CommandHandler(SignAgreement.self) { command, work in
                let agreement = Agreement(
                    on: command.on,
                    signatures: command.signatories.map(Agreement.Signature.init(given:)),
                    meetingsPerYear: command.meetingsPerYear
                )
                let workgroup = Workgroup(chair: command.chair, members: command.members)
                try execute(.sign(agreement, workgroup), in: command.run, work)
            },
            CommandHandler(StartEvaluation.self) { command, work in
                try execute(.startEvaluation(on: command.on), in: command.run, work)
            },
            CommandHandler(StopRun.self) { try stop($0, work: $1) },
        ]
    }

    /// The area gives out the number, so that two runs of one area exclude each other in one stream.
    private func start(_ command: StartRun, work: PluginWork) throws -> StartRun.Answer {
        for case .runGivenOut(let id, let run) in try execute(.giveOutRun, of: command.area, work) {
            guard let area = try work.load(areas, from: .area(id), codec: AreaCodec()) else { continue }
            let start = RunStart(of: area, scheme: command.scheme ?? schemes.standard.id, on: work.today)
            try execute(.start(areas: [id], start), in: run, work)
            return StartRun.Answer(run: run)
        }
        throw AreaRefusal.unknown(command.area)
    }

    private func stop(_ command: StopRun, work: PluginWork) throws {
        let events = try execute(.stop(reason: command.reason, on: command.on), in: command.run, work)
        try StopReason(text: command.reason).keep(of: command.run, in: work.transaction)
        for area in events.first?.areas ?? [] { try execute(.endRun(command.run), of: area, work) }
    }

    /// Decides on a run's stream.
    @discardableResult
    func execute(_ order: RunCommand.Order, in run: RunID, _ work: PluginWork) throws -> [RunEvent] {
        let command = RunCommand(order, of: run, today: work.today)
        return try work.execute(runs, command, on: .run(run), codec: RunCodec())
    }
}
