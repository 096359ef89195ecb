import Foundation
import Glibc

@testable import Console

/// Runs a built executable and collects what it says.
struct Executable {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    let name: String

    func run(_ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
        let process = try make(arguments, in: folder, environment: environment)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.runHearingSignals()
        // Standard error is short, so reading one after the other cannot block the process.
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let failure = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: failure, as: UTF8.self)
        )
    }

    func make(_ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = try ChildProcesses.executable(name)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return process
    }
}
