import Foundation

/// The lines that come through a pipe, read by a thread of their own: waiting for them must not keep one of the few
/// threads on which what is measured runs.
enum Lines {
    static func of(_ file: FileHandle) -> AsyncStream<String> {
        let (lines, putLine) = AsyncStream<String>.makeStream()
        Thread.detachNewThread {
            var line: [UInt8] = []
            while let bytes = try? file.read(upToCount: 1), let byte = bytes.first {
                // A C program may count the closing zero of a text as a part of it.
                guard byte != 0 else { continue }
                guard byte == UInt8(ascii: "\n") else {
                    line.append(byte)
                    continue
                }
                putLine.yield(String(decoding: line, as: UTF8.self))
                line = []
            }
            putLine.finish()
        }
        return lines
    }
}
