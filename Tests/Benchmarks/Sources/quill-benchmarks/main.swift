import PostHogModels
import Foundation

// quill-benchmarks [rounds]: decoding and encoding with the runtime and with Foundation, side by side.

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 21

func report(_ label: String, _ document: Document, _ candidates: [Measurement.Candidate]) throws {
    let measured = try Measurement(candidates, rounds: rounds)
    for (candidate, median) in zip(candidates, measured.medians) {
        let microseconds = String(format: "%9.1f µs", median * 1e6)
        let speed = String(format: "%7.1f MB/s", Double(document.bytes.count) / median / 1e6)
        let ratio = String(format: "%6.1f×", measured.medians[0] / median)
        let name = candidate.name.padding(toLength: 22, withPad: " ", startingAt: 0)
        print("  \(label)  \(name) \(microseconds) \(speed) \(ratio)")
    }
}

for document in [Document.datasets(100, withFreeForm: true), .datasets(100, withFreeForm: false)] {
    let data = Data(document.bytes)
    print("\(document.name), \(document.bytes.count) bytes, medians of \(rounds) rounds")

    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    try report(
        "decode", document,
        [
            .init(name: "Foundation") { try decoder.decode(Plain.PaginatedDatasetList.self, from: data).results.count },
            .init(name: "Quill") { try PaginatedDatasetList(json: data).results.count },
            .init(name: "Quill, validating") { try PaginatedDatasetList(json: data, validating: true).results.count },
            .init(name: "Quill, parsing alone") { try Unread(json: data).isNull ? 1 : 0 },
        ])

    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = .withoutEscapingSlashes
    let plain = try decoder.decode(Plain.PaginatedDatasetList.self, from: data)
    let page = try PaginatedDatasetList(json: data)
    try report(
        "encode", document,
        [
            .init(name: "Foundation") { try encoder.encode(plain).count },
            .init(name: "Quill") { page.jsonData().count },
        ])
}

/// A value that is not looked into: what remains is the parser's part.
struct Unread: JSONRepresentable {
    let isNull: Bool
    init(reading value: JSONReader) { isNull = value.isNull }
    func write(to json: inout JSONWriter) { json.null() }
}
