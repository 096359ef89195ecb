import Bus

/// Commands per second, from sending until the reply, which comes after the commit.
struct CommandBenchmark {
    let comparison: Comparison
    let folder: WorkFolder
    let bodySize: Int

    func run() async throws {
        try await withHostedProbe(in: folder) { client in
            for outstanding in [1, 10, 100] {
                let peer = try BareSQLite(at: folder.file("commands-\(outstanding).sqlite"), bodySize: bodySize)
                try await comparison.run(
                    "commands, commit to reply",
                    unit: .commands,
                    batch: outstanding,
                    peer: BareSQLite.name(outstanding)
                ) {
                    try await Workers(count: outstanding).rate(over: comparison.effort.turn) { run, number in
                        _ = try await client.send(try .init(noting: number, of: run)).mark()
                    }
                } theirs: {
                    try await peer.rate(of: outstanding, over: comparison.effort.turn)
                }
                try peer.close()
            }
        }
    }
}
