import Logging
import Testing

@testable import PluginHost

@Suite("A line of the log")
struct PrintableLogTests {
    @Test("stays one line, obeys no terminal and has a bounded length")
    func printable() {
        let text = PrintableLogHandler.printable("x\n2026 critical \u{1B}[31mred\u{202E}\u{2028}y")
        #expect(text == "x\u{FFFD}2026 critical \u{FFFD}[31mred\u{FFFD}\u{FFFD}y")
        #expect(PrintableLogHandler.printable(String(repeating: "a", count: 1_000_000)).count == 2000)
    }
}
