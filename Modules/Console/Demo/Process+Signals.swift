import Foundation
import Glibc

extension Process {
    /// Starts the process so that it hears its signals.
    ///
    /// A child inherits what the calling thread blocks, and the threads of the pool block nearly all: a child in another
    /// language would never hear that it is to stop.
    func runHearingSignals() throws {
        var none = sigset_t()
        var former = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
        try run()
    }
}
