/// Checks the form of a time, which the library's reader does not do: it reads as far as it understands.
///
/// Source: RFC 3339, section 5.6 and appendix C.
enum InternetTime {
    /// Tells whether a text is a date, a time and an offset that exist.
    static func isValid(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2), take(&rest, "-"),
            let day = number(&rest, 2), (1...12).contains(month), (1...days(of: month, year)).contains(day),
            take(&rest, "Tt"), let hour = number(&rest, 2), take(&rest, ":"), let minute = number(&rest, 2),
            take(&rest, ":"), let second = number(&rest, 2),
            // A leap second is written as 60.
            hour < 24, minute < 60, second <= 60
        else { return false }
        if take(&rest, ".") {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return false }
            rest = rest.dropFirst(digits.count)
        }
        return isOffset(&rest) && rest.isEmpty
    }

    private static func isOffset(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if take(&rest, "Zz") { return true }
        guard take(&rest, "+-"), let hours = number(&rest, 2), take(&rest, ":"), let minutes = number(&rest, 2) else {
            return false
        }
        return hours < 24 && minutes < 60
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ oneOf: String) -> Bool {
        guard let first = rest.first, oneOf.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
