package import Logging

/// The loggers of a process.
package enum HostLogger {
    /// A logger that writes to standard error, one line a message.
    package static func make(level: Logger.Level) -> Logger {
        var logger = Logger(label: "kvo") { PrintableLogHandler(StreamLogHandler.standardError(label: $0)) }
        logger.logLevel = level
        return logger
    }

    /// A logger that writes nothing.
    package static var silent: Logger { Logger(label: "kvo") { _ in SwiftLogNoOpLogHandler() } }
}
