package import Scheme

/// The measurement with which another one is compared.
package struct ReportedEarlier: Codable, Hashable, Sendable {
    /// Its number.
    package let measurement: Int
    /// The day on which it was established.
    package let establishedOn: CalendarDate
    /// The number of establishments by which its rates are divided; 0 when it is not known.
    package let establishments: Int

    /// Makes the value.
    package init(measurement: Int, establishedOn: CalendarDate, establishments: Int) {
        self.measurement = measurement
        self.establishedOn = establishedOn
        self.establishments = establishments
    }
}
