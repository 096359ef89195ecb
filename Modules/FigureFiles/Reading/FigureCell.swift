/// One count of a table; its keys are numbers of ``FigureKeys``.
package struct FigureCell: Sendable, Hashable {
    package let crime: Int
    package let region: Int
    package let period: Int
    /// The count; `nil` is withheld, which is not 0.
    package let count: Int?
    /// The line on which its row begins, from 1.
    package let line: Int
}

/// Takes the cells of a table in the order of the file.
package protocol FigureSink {
    /// Takes a cell; `false` refuses it as one that it has already.
    mutating func take(_ cell: FigureCell, of keys: FigureKeys, in row: FigureRow) -> Bool
}

/// Something that is not as it should be and that does not keep the figures from being used.
package struct FigureWarning: Sendable, Hashable {
    /// The sentence, with the line where that helps.
    package let text: String
}
