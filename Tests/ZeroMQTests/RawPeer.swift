import Foundation
import Testing

@testable import ZeroMQ

/// Speaks the ZeroMQ Message Transport Protocol over a plain TCP socket, and says what the library would refuse to.
final class RawPeer: Sendable {
    private let descriptor: Int32

    /// Connects to a port of 127.0.0.1.
    init(_ address: Address) throws {
        let port = try #require(address.location.split(separator: ":").last.flatMap { UInt16($0) })
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = port.bigEndian
        target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// Goes through the handshake without security; the library takes no message before it has sent its own READY.
    func shakeHands(as socketType: String) async {
        await say(Self.greeting())
        _ = await hear(64)
        await say(Self.ready(socketType))
        let head = await hear(2)
        _ = await hear(Int(head.last ?? 0))
    }

    /// Says all of it, or as much as the other side still takes.
    func say(_ bytes: [UInt8]) async {
        await onOwnThread { descriptor in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Hears a number of bytes, or fewer when the other side ends the connection before.
    func hear(_ count: Int = .max) async -> [UInt8] {
        await onOwnThread { descriptor in
            var heard: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while heard.count < count {
                let size = recv(descriptor, &buffer, min(buffer.count, count - heard.count), 0)
                guard size > 0 else { break }
                heard += buffer.prefix(size)
            }
            return heard
        }
    }

    /// Runs a blocking call where it keeps no task waiting.
    private func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable (Int32) -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body(self.descriptor)) }
        }
    }

    /// Makes the 64 bytes that open a connection, in version 3.0 of the protocol.
    static func greeting(_ mechanism: String = "NULL") -> [UInt8] {
        let name = Array(mechanism.utf8)
        let padding = [UInt8](repeating: 0, count: 20 - name.count + 32)
        return [0xFF] + [UInt8](repeating: 0, count: 8) + [0x7F, 3, 0] + name + padding
    }

    /// Makes the command that ends the handshake without security.
    static func ready(_ socketType: String) -> [UInt8] {
        let property =
            [11] + Array("Socket-Type".utf8) + [0, 0, 0, UInt8(socketType.utf8.count)] + Array(socketType.utf8)
        return [4, UInt8(6 + property.count), 5] + Array("READY".utf8) + property
    }

    /// Makes a frame that is the last of its message.
    static func frame(_ body: [UInt8]) -> [UInt8] {
        [2] + (0..<8).map { UInt8(truncatingIfNeeded: body.count >> (56 - $0 * 8)) } + body
    }

    static func subscription(_ topic: [UInt8]) -> [UInt8] { frame([1] + topic) }
}
