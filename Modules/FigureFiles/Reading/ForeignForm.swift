extension [UInt8] {
    /// Refuses what is plainly no text table, by its first bytes.
    func refuseForeignForm() throws(FigureFileError) {
        guard !isEmpty else { throw .empty }
        let export = "save or export it as \u{201c}CSV UTF-8\u{201d}"
        let forms: [(String, [UInt8], String)] = [
            ("a workbook (xlsx) or another zip archive", Array("PK\u{3}\u{4}".utf8), export),
            ("a workbook of the old form (xls)", [0xD0, 0xCF, 0x11, 0xE0], export),
            ("a PDF", Array("%PDF".utf8), "ask for the figures as CSV"),
            ("a picture (PNG)", [0x89, 0x50, 0x4E, 0x47], "ask for the figures as CSV"),
            ("a compressed file (gzip)", [0x1F, 0x8B], "unpack it first"),
            ("text in UTF-16", [0xFF, 0xFE], export),
            ("text in UTF-16", [0xFE, 0xFF], export),
        ]
        for (form, magic, advice) in forms where starts(with: magic) { throw .otherForm(form, advice: advice) }
        let text = String(decoding: prefix(256), as: UTF8.self).lowercased().drop {
            $0.isWhitespace || $0 == "\u{FEFF}"
        }
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
            throw .otherForm("a web page", advice: "download the table itself, as CSV")
        }
        if text.hasPrefix("<") { throw .otherForm("XML", advice: "download the table as CSV or JSON") }
        guard !prefix(TableHead.enough).contains(0) else {
            throw .otherForm("no text", advice: export)
        }
    }
}
