import AnalysisDomain
import AnalysisImport
import Contracts
import PluginKit
import Scheme

extension AnalysisPlugin {
    var figureCommands: [CommandHandler] {
        [
            CommandHandler(DeliverPoliceFigures.self) { try deliverPolice($0, $1) },
            CommandHandler(DeliverFireFigures.self) { try deliverFire($0, $1) },
        ]
    }

    private func deliverPolice(_ command: DeliverPoliceFigures, _ work: PluginWork) throws {
        let present = try present(of: command.run, doing: .deliverPolice, work)
        let today = work.today
        let comparable = (command.comparable ?? []).map(CensusRegion.init)
        let cells = try command.file.read { bytes throws(ImportError) in
            try PoliceFile(parsing: bytes, crimes: decider.data.crimes).cells(
                of: present.run.regions + comparable,
                and: present.run.municipality,
                today: today,
                selecting: command.selectRegions
            )
        }
        let figures = PoliceFigures(
            cells: cells,
            source: command.source,
            digest: command.file.digest,
            comparable: comparable
        )
        try measure(.deliverPolice(figures), of: command.run, work)
        let groups = Dictionary(grouping: cells) { "\($0.crime)/\($0.region.code)" }
        for (key, cells) in groups {
            try work.keep(FigureDocument(cells), at: present.ref.keyPrefix + key, in: .policeFigures)
        }
    }

    private func deliverFire(_ command: DeliverFireFigures, _ work: PluginWork) throws {
        let present = try present(of: command.run, doing: .deliverFire, work)
        let today = work.today
        let cells = try command.file.read { bytes throws(ImportError) in
            try FireFile.read(bytes, categories: decider.data.fireCategories, today: today)
        }
        let figures = FireFigures(cells: cells, source: command.source, digest: command.file.digest)
        try measure(.deliverFire(figures), of: command.run, work)
        for (category, cells) in Dictionary(grouping: cells, by: \.category) {
            try work.keep(FigureDocument(cells), at: present.ref.keyPrefix + category.text, in: .fireFigures)
        }
    }
}
