extension String {
    /// Whether the text is a code of so many bytes, all of them ASCII letters, digits or one of `extra`.
    func isCode(_ length: ClosedRange<Int>, orAnyOf extra: String) -> Bool {
        length.contains(utf8.count)
            && utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || extra.utf8.contains(byte)
            }
    }
}
