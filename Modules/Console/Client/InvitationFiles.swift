import AnalysisDomain
import AnalysisImport
import Contracts

/// Reads and writes the project leader's list of codes; it never leaves this machine.
enum InvitationFiles {
    /// The establishments to invite.
    ///
    /// - Throws: ``ConsoleError`` with the place of the first fault.
    static func establishments(_ path: String) throws -> [InvitedEstablishment] {
        try read(path) { bytes throws(ImportError) in try InvitationFile.establishments(bytes) }
    }

    /// A list that was made before.
    ///
    /// - Throws: ``ConsoleError`` with the place of the first fault.
    static func list(_ path: String) throws -> InvitationList {
        try read(path) { bytes throws(ImportError) in try InvitationFile.list(bytes) }
    }

    /// Makes the codes, from the system's secure generator.
    static func invite(_ establishments: [InvitedEstablishment], keeping earlier: InvitationList?) -> InvitationList {
        var generator = SystemRandomNumberGenerator()
        return InvitationList(inviting: establishments, keeping: earlier, using: &generator)
    }

    private static func read<Value>(
        _ path: String,
        _ body: ([UInt8]) throws(ImportError) -> Value
    ) throws -> Value {
        let file = try FileArgument.read(path)
        do throws(ImportError) {
            return try body(Array(file.content))
        } catch {
            let place = error.position.map { ":\($0.line):\($0.column)" } ?? ""
            throw ConsoleError.invalid("\(path)\(place): \(error)")
        }
    }
}
