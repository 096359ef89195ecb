package import AnalysisDomain
import Tabular

/// Reads and writes which establishment has which response code.
package enum InvitationFile {
    private static let number = "vestigingsnummer"
    private static let name = "naam"
    private static let code = "code"

    /// Reads the establishments to invite: the columns `vestigingsnummer` and `naam`; others are left alone.
    ///
    /// - Returns: The establishments in the order of the file, at least one.
    /// - Throws: A refusal with the place of the first fault.
    package static func establishments(_ bytes: [UInt8]) throws(ImportError) -> [InvitedEstablishment] {
        try rows(bytes, columns: [number, name]).map(\.establishment)
    }

    /// Reads a list that was made before: the columns `vestigingsnummer`, `naam` and `code`.
    ///
    /// - Throws: A refusal with the place of the first fault, among them a code that is mistyped or stands twice.
    package static func list(_ bytes: [UInt8]) throws(ImportError) -> InvitationList {
        var lines: [ResponseCode: Int] = [:]
        var invitations: [InvitationList.Invitation] = []
        for row in try rows(bytes, columns: [number, name, code]) {
            guard let field = row.code else { continue }
            let code: ResponseCode
            do { code = try ResponseCode(typed: field.text) } catch {
                throw .survey(.code(field.text, error), field.place)
            }
            if let first = lines.updateValue(field.line, forKey: code) {
                throw .survey(.repeatedCode(code.text, firstLine: first), field.place)
            }
            invitations.append(InvitationList.Invitation(establishment: row.establishment, code: code))
        }
        return InvitationList(invitations)
    }

    /// Writes a list: UTF-8, `;`, LF.
    package static func text(of list: InvitationList) -> String {
        let header = [number, name, code].joined(separator: ";")
        let lines = list.invitations.map { invitation in
            let establishment = invitation.establishment
            return "\(establishment.number);\(quoted(establishment.name));\(invitation.code.text)"
        }
        return ([header] + lines).map { $0 + "\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func rows(
        _ bytes: [UInt8],
        columns: [String]
    ) throws(ImportError) -> [(establishment: InvitedEstablishment, code: Field?)] {
        let table: Table
        let map: ColumnMap
        do {
            table = try Table(parsing: bytes)
            map = try table.requireColumns(columns)
        } catch { throw .table(error) }
        guard !table.rows.isEmpty else {
            throw .noRows(Place(line: 1, column: 1, field: 1))
        }
        var lines: [String: Int] = [:]
        var found: [(establishment: InvitedEstablishment, code: Field?)] = []
        for row in table.rows {
            let field = map.field(number, of: row)
            guard field.text.utf8.count == 12, field.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw .survey(.unreadableEstablishment(field.text), field.place)
            }
            if let first = lines.updateValue(row.line, forKey: field.text) {
                throw .survey(.repeatedEstablishment(field.text, firstLine: first), field.place)
            }
            let establishment = InvitedEstablishment(number: field.text, name: map.field(name, of: row).text)
            found.append((establishment, columns.contains(code) ? map.field(code, of: row) : nil))
        }
        return found
    }
}
