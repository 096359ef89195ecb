import Scheme

/// What fills a place of a sentence, written in the form of the sentence's language.
enum Fill: Hashable, Sendable {
    /// A number of things; it also chooses between singular and plural.
    case count(Int)
    /// A number with so many decimals.
    case number(Double, decimals: Int)
    /// A share of 0 to 1 as a whole number of per cent, without the sign.
    case percent(Double)
    /// A whole number with its sign: −37, +33 or 0.
    case signed(Double)
    /// A day.
    case day(CalendarDate)
    /// A span of whole months.
    case months(CalendarMonth, CalendarMonth)
    /// A text as it is.
    case text(String)
}
