import FigureFiles
import Testing

/// The header of the portal's file.
let portalHeader = "\"Soort misdrijf\";\"Perioden\";\"Wijken en buurten\";\"Geregistreerde misdrijven (aantal)\"\n"

/// The header of OData as CSV.
let odataHeader = "\"ID\";\"SoortMisdrijf\";\"WijkenEnBuurten\";\"Perioden\";\"GeregistreerdeMisdrijven_1\"\n"

/// Cells as text, `type | region | period | count`, in the order of the file.
struct Taken: FigureSink {
    private(set) var cells: [String] = []

    mutating func take(_ cell: FigureCell, of keys: FigureKeys, in row: FigureRow) -> Bool {
        let crime = keys.crimes[cell.crime].key
        let count = cell.count.map(String.init) ?? "withheld"
        cells.append("\(crime) | \(keys.regions[cell.region].text) | \(keys.periods[cell.period]) | \(count)")
        return true
    }
}

/// Reads a file in pieces of a size.
func read(
    _ text: String,
    pieces: Int = .max
) throws(FigureFileError) -> (layout: FigureLayout, cells: [String], warnings: [String]) {
    let bytes = Array(text.utf8)
    var reader = try FigureReader(bytes)
    var taken = Taken()
    var offset = 0
    repeat {
        let end = pieces < bytes.count - offset ? offset + pieces : bytes.count
        try reader.read(Array(bytes[offset..<end]), isLast: end == bytes.count, into: &taken)
        offset = end
    } while offset < bytes.count
    return (reader.layout, taken.cells, reader.warnings.map(\.text))
}

/// How a file is refused: `file:line:column: sentence`.
func refusal(of text: String) -> String {
    refusal(of: Array(text.utf8))
}

/// How the bytes of a file are refused.
func refusal(of bytes: [UInt8]) -> String {
    do {
        let inspection = try FigureInspector.inspect(bytes)
        return "not refused: \(inspection)"
    } catch {
        return error.describe(file: "f.csv")
    }
}
