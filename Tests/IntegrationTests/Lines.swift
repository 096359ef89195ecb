import Foundation

/// Reads lines as they come.
enum Lines {
    /// The lines up to the first that contains a word, or to the end.
    static func read(_ handle: FileHandle, until word: String) throws -> [String] {
        try read(handle) { $0.last?.contains(word) == true }
    }

    /// So many lines, or all to the end.
    static func read(_ handle: FileHandle, count: Int) throws -> [String] {
        try read(handle) { $0.count == count }
    }

    private static func read(_ handle: FileHandle, until isEnough: ([String]) -> Bool) throws -> [String] {
        var lines: [String] = []
        var rest = Data()
        while true {
            let data = handle.availableData
            guard !data.isEmpty else { return lines + [String(decoding: rest, as: UTF8.self)] }
            rest += data
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                lines.append(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                rest = Data(rest[rest.index(after: end)...])
                if isEnough(lines) { return lines }
            }
        }
    }
}
