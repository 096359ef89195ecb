/// The colours of the charts, each dark enough on white to be read (WCAG 2.1, 4.5:1), but for grounds.
enum Ink {
    static let text = "#1f2933"
    static let soft = "#52606d"
    static let rule = "#9aa5b1"
    static let ground = "#e4e7eb"
    static let area = "#0b4f8a"
    static let better = "#0b6b3a"
    static let worse = "#a3260b"
    static let target = "#7a3e9d"
}
