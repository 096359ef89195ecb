import Foundation

/// The target that the environment names.
private let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["KEURMERK_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        let names = FuzzTarget.all.map(\.name).joined(separator: " ")
        preconditionFailure("KEURMERK_FUZZ_TARGET is '\(name)' and must be one of: \(names)")
    }
    return target
}()

/// Called by libFuzzer before all else: lists the targets or writes their seeds when the environment asks for that.
@_cdecl("LLVMFuzzerInitialize")
func initialize(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
    let environment = ProcessInfo.processInfo.environment
    if environment["KEURMERK_FUZZ_LIST"] != nil {
        for target in FuzzTarget.all { print(target.name) }
        exit(0)
    }
    if let folder = environment["KEURMERK_FUZZ_SEEDS"] {
        do {
            for target in FuzzTarget.all { try writeSeeds(of: target, to: "\(folder)/\(target.name)") }
        } catch {
            print("the seeds cannot be written: \(error)")
            exit(1)
        }
        exit(0)
    }
    _ = chosen
    return 0
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // The bytes are copied: libFuzzer owns them, and they live only until this returns.
    chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private func writeSeeds(of target: FuzzTarget, to folder: String) throws {
    let seeds = try target.seeds()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, seed) in seeds.enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
    }
}
