/// Breaks long lines between words, for the width of the terminal.
enum TextWrap {
    /// The width: the terminal's, at least 40 and at most 100 characters.
    static var width: Int { min(100, max(40, Terminal.width ?? 100)) }

    /// The text in lines, each indented, continued lines two further.
    static func lines(_ text: String, indent: Int, width: Int = width) -> String {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = String(repeating: " ", count: lines.isEmpty ? indent : indent + 2)
            var isEmpty = true
            for word in paragraph.split(separator: " ") {
                if !isEmpty, line.count + 1 + word.count > width {
                    lines.append(line)
                    line = String(repeating: " ", count: indent + 2)
                    isEmpty = true
                }
                line += (isEmpty ? "" : " ") + word
                isEmpty = false
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
