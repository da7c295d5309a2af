import QuillOpenAPI

extension OpenAPI.Info {
    /// The summary, and what is said at length.
    var text: String? {
        let texts = [summary, description].compactMap { $0 }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }
}

extension OpenAPI.Document {
    /// What the document says about the API as a whole beside its description, a line each.
    var facts: [String] {
        var facts: [String] = []
        if let terms = info.termsOfService { facts.append("Terms of service: \(terms)") }
        if let contact = info.contact {
            let parts = [contact.name, contact.url, contact.email].compactMap { $0 }
            if !parts.isEmpty { facts.append("Contact: \(parts.joined(separator: ", "))") }
        }
        if let license = info.license {
            let parts = [license.name, license.identifier, license.url].compactMap { $0 }
            facts.append("License: \(parts.joined(separator: ", "))")
        }
        if let docs = externalDocs {
            facts.append("See also: \(docs.description.map { "\($0), " } ?? "")\(docs.url)")
        }
        if let selfURI { facts.append("The document's own address: \(selfURI)") }
        return facts
    }
}

extension OpenAPI.Response {
    /// The summary, and what is said at length.
    var text: String {
        guard let summary else { return description }
        return description.isEmpty ? summary : "\(summary): \(description)"
    }
}

extension OpenAPI.SecurityScheme {
    /// What is said about the scheme, and of what format its tokens are.
    var text: String? {
        guard case .http(_, let format?) = kind else { return description }
        return [description, "The format of its tokens is \(format)."].compactMap { $0 }.joined(separator: "\n\n")
    }
}
