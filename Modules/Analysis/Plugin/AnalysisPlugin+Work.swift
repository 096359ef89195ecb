import AnalysisDomain
import AnalysisImport
import CloudEvents
import Contracts
import EventSourcing
import Integrity
import PluginKit
import Scheme

extension AnalysisPlugin {
    /// The measurement that a command is about, before a delivered file is read by it.
    func present(
        of run: RunID,
        doing action: MeasurementAction,
        _ work: PluginWork
    ) throws -> PresentMeasurement {
        let state = try work.load(decider, from: .analysis(of: run), codec: codec)
        return try decider.present(of: run, in: state, doing: action)
    }

    /// Gives the decider a command about the present measurement.
    @discardableResult
    func measure(_ command: MeasurementCommand, of run: RunID, _ work: PluginWork) throws -> [AnalysisEvent] {
        try work.execute(
            decider,
            .measure(command, run: run, today: work.today),
            on: .analysis(of: run),
            codec: codec
        )
    }
}

extension DeliveredFile {
    /// SHA-256 of the bytes, hexadecimal.
    var digest: String { SHA256Digest(of: content).hex }

    /// Reads the bytes; a refusal names the file, the line and the column.
    func read<Value>(_ body: ([UInt8]) throws(ImportError) -> Value) throws(InvalidInput) -> Value {
        do {
            return try body(Array(content))
        } catch {
            let place = error.position.map { FilePlace(file: name, line: $0.line, column: $0.column) }
            throw InvalidInput(place == nil ? "\(name): \(error)" : error.description, at: place)
        }
    }
}

extension PluginWork {
    /// Writes a document that is no projection.
    func keep(_ document: some Encodable, at key: String, in collection: DocumentCollection) throws {
        try transaction.put(try JSON.encode(document), at: key, in: collection)
    }
}
