import Foundation

/// How much memory this process had at most, client and server together.
enum PeakMemory {
    /// The megabytes that the peak rose above what there was before, while something was done; nil where the system does
    /// not tell (only Linux does).
    static func rise(during action: () async throws -> Void) async throws -> Int? {
        // proc(5): resets the peak.
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        let before = kilobytes("VmRSS")
        try await action()
        guard let before, let peak = kilobytes("VmHWM") else { return nil }
        return (peak - before) / 1024
    }

    private static func kilobytes(_ name: String) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
    }
}
