import QuillDiagnostics
import QuillNodes

/// The files of a document, loaded as references lead to them, and the references between them.
struct FileSet {
    /// Where a reference leads.
    struct Target {
        let identity: OpenAPI.Identity
        let node: Node
        /// The file that references inside the node are relative to.
        let file: Int
        /// The innermost schema with an `$id` that the node is in, or is.
        var resource: SchemaResource?
        /// Whether the reference stands in a schema with an `$id`, leads nowhere there, and was read as if without.
        var isBeyondResource = false
    }

    /// Why a reference leads nowhere.
    struct Fault: Error {
        let code: DiagnosticCode
        let message: String
        var notes: [Diagnostic.Note] = []
        /// What the loader found wrong, where that says more.
        var causes: [Diagnostic] = []
    }

    /// A reference as it is written in a file, and the path of the schema with an `$id` that it stands in.
    private struct Use: Hashable {
        let reference: String
        let resource: [String]?
    }

    private struct File {
        let name: String
        let root: Node
        /// What references in this file lead to: the same few are used thousands of times.
        var targets: [Use: Result<Target, Fault>] = [:]
        var anchors: AnchorTable?
    }

    private let load: (String) throws -> Node
    private let rules: ReferenceRules
    /// The root document's folder with a slash at its end, or empty.
    private let folder: String
    let rootName: String
    private var files: [File] = []
    private var indices: [String: Result<Int, Fault>] = [:]

    init(rootPath: String, rules: ReferenceRules = ReferenceRules(), load: @escaping (String) throws -> Node) {
        self.rules = rules
        self.load = load
        if let url = URLParts(rootPath) {
            (folder, rootName) = ("", url.text)
            return
        }
        let start = rootPath.lastIndex(of: "/").map { rootPath.index(after: $0) } ?? rootPath.startIndex
        folder = String(rootPath[..<start])
        rootName = String(rootPath[start...])
    }

    /// The names of the files loaded so far, the root document first.
    var names: [String] { files.map(\.name) }

    func root(of file: Int) -> Node { files[file].root }

    func name(of file: Int) -> String { files[file].name }

    /// The index of a file by its name relative to the root's folder.
    mutating func file(named name: String) -> Result<Int, Fault> {
        if let known = indices[name] { return known }
        let result: Result<Int, Fault>
        do {
            let path = URLParts(name) == nil ? URIText.resolve(name, against: folder + "x") ?? name : name
            files.append(File(name: name, root: try load(path)))
            result = .success(files.count - 1)
        } catch let refusal as FileRefusal {
            result = .failure(Fault(code: refusal.code, message: refusal.message, notes: refusal.notes))
        } catch let error as DiagnosticsError {
            let fault = Fault(code: .unreadableFile, message: "`\(name)` cannot be read", causes: error.diagnostics)
            result = .failure(fault)
        } catch {
            result = .failure(Fault(code: .unreadableFile, message: "`\(name)` cannot be read: \(error)"))
        }
        indices[name] = result
        return result
    }

    /// What the text of a `$ref` in a file leads to.
    ///
    /// - Parameter resource: the innermost schema with an `$id` that it stands in.
    mutating func target(
        of reference: String, from file: Int, within resource: SchemaResource? = nil
    ) -> Result<Target, Fault> {
        target(of: reference, from: file, within: resource, hops: 0)
    }

    private mutating func target(
        of reference: String, from file: Int, within resource: SchemaResource?, hops: Int
    ) -> Result<Target, Fault> {
        let use = Use(reference: reference, resource: resource?.path)
        if let known = files[file].targets[use] { return known }
        let result = Result { () throws(Fault) in try find(reference, from: file, within: resource, hops: hops) }
        files[file].targets[use] = result
        return result
    }

    private mutating func find(
        _ reference: String, from file: Int, within resource: SchemaResource?, hops: Int
    ) throws(Fault) -> Target {
        guard hops < 32 else {
            throw Fault(code: .referenceCycle, message: "the reference `\(reference)` leads through itself")
        }
        let hash = reference.utf8.firstIndex(of: UInt8(ascii: "#")) ?? reference.endIndex
        let path = reference[..<hash]
        let fragment = URIText.decode(hash == reference.endIndex ? "" : reference[hash...].dropFirst())

        var index = file
        var base: [String] = []
        if path.isEmpty {
            base = resource?.path ?? []
        } else if let named = schema(identifiedBy: path, from: file, within: resource) {
            (index, base) = named
        } else {
            index = try self.file(named: try name(of: path, from: file, reference)).get()
        }
        do throws(Fault) {
            return try find(fragment, from: base, in: index, of: reference, hops: hops)
        } catch {
            guard path.isEmpty, !base.isEmpty else { throw error }
            // As many write it who give their schemas an `$id` and mean the document all the same.
            let others = Result { () throws(Fault) in
                try find(fragment, from: [], in: index, of: reference, hops: hops)
            }
            switch others {
            case .success(var target):
                target.isBeyondResource = true
                return target
            case .failure(let other): throw Self.meansDocument(reference) ? other : error
            }
        }
    }

    /// What a fragment leads to in a file, or in a schema of the file with an `$id`.
    private mutating func find(
        _ fragment: String, from base: [String], in index: Int, of reference: String, hops: Int
    ) throws(Fault) -> Target {
        if fragment.isEmpty || fragment.hasPrefix("/") {
            return try walk(JSONPointer.components(of: fragment), from: base, in: index, of: reference, hops: hops)
        }
        let named = anchors(of: index).anchors[fragment] ?? []
        guard let anchor = named.first(where: { $0.resource == base }) ?? named.first else {
            let near = Spelling.nearest(to: fragment, among: Array(anchors(of: index).anchors.keys).sorted())
            throw Fault(
                code: .unresolvedReference,
                message: "`\(reference)` leads nowhere: no schema of `\(files[index].name)` has that anchor",
                notes: near.map { [.init("did you mean `#\($0)`?")] }
                    ?? [.init("a reference into a document begins with `#/`")])
        }
        return try walk([], from: anchor.path, in: index, of: reference, hops: hops)
    }

    /// The schema with that `$id`, in the same file or in the root document.
    private mutating func schema(
        identifiedBy uri: Substring, from file: Int, within resource: SchemaResource?
    ) -> (file: Int, path: [String])? {
        let identifier = URIText.identifier(uri, against: resource?.uri ?? base(of: file))
        for index in [file, 0] {
            if let path = anchors(of: index).identifiers[identifier] { return (index, path) }
        }
        return nil
    }

    /// The schema of a file that stands at a place, where it has an `$id`.
    mutating func resource(at location: SourceLocation, in file: Int) -> SchemaResource? {
        anchors(of: file).resources[location]
    }

    /// Where `$dynamicAnchor` has that name, in all files loaded so far.
    mutating func dynamicAnchors(named name: String) -> Set<SourceLocation> {
        var places: Set<SourceLocation> = []
        for index in files.indices {
            for anchor in anchors(of: index).anchors[name] ?? [] where anchor.isDynamic {
                places.insert(anchor.location)
            }
        }
        return places
    }

    /// What the references of a file are relative to where it says so itself (OpenAPI 3.2 §4.1.1), or its name.
    private func base(of file: Int) -> String {
        let name = files[file].name
        guard let uri = files[file].root["$self"]?.string, !uri.isEmpty else { return name }
        return URIText.identifier(uri[...], against: name)
    }

    /// The name of the file that a reference leads to, where it may lead there.
    private func name(of path: Substring, from file: Int, _ reference: String) throws(Fault) -> String {
        if let base = URLParts(files[file].name), !URIText.hasScheme(path) {
            return try allowed(base.resolve(path), reference)
        }
        if URIText.hasScheme(path) || path.hasPrefix("//") {
            return try allowed(URLParts(String(path))?.text ?? String(path), reference)
        }
        guard var name = URIText.resolve(URIText.decode(path), against: files[file].name) else {
            throw Fault(code: .unresolvedReference, message: "`\(reference)` is no path of a file")
        }
        guard URIText.leadsOut(name) else { return name }
        guard rules.mayLeaveFolder else {
            throw Fault(
                code: .referenceOutsideFolder, message: "`\(reference)` leads out of the folder of the root document",
                notes: [
                    .init(
                        "move the file into that folder and refer to it by a relative path, or allow it with "
                            + "`--allow-outside`")
                ])
        }
        // Out of the folder and back into it: the same file must have one name only.
        if !folder.isEmpty, let whole = URIText.resolve(name, against: folder + "x"), whole.hasPrefix(folder) {
            name = String(whole.dropFirst(folder.count))
        }
        return name
    }

    private func allowed(_ url: String, _ reference: String) throws(Fault) -> String {
        guard !rules.allow(url) else { return url }
        let copy = "copy the file next to the document and refer to it by a relative path"
        guard let host = RemoteHost(of: url) else {
            throw Fault(
                code: .remoteReference, message: "`\(reference)` is neither a file nor on a host that could be asked",
                notes: [.init(copy)])
        }
        throw Fault(
            code: .remoteReference, message: "`\(reference)` refers to another host, which may not be asked",
            notes: [.init("\(copy), or allow the host with `--allow-host \(host)`")])
    }

    private mutating func walk(
        _ components: [String], from base: [String], in start: Int, of reference: String, hops: Int
    ) throws(Fault) -> Target {
        var file = start
        var node = files[file].root
        var pointer = ""
        var resource = resourceOf(node, in: file)
        for component in base + components {
            var next = Self.member(component, of: node)
            if next == nil, let onward = node.object?["$ref"]?.string {
                // A pointer through an object that is itself a reference.
                let target = try target(of: onward, from: file, within: resource, hops: hops + 1).get()
                next = Self.member(component, of: target.node)
                if next != nil {
                    file = target.file
                    pointer = target.identity.pointer
                    resource = target.resource
                }
            }
            guard let next else { throw dangling(component, in: node, at: pointer, file: file, of: reference) }
            node = next
            pointer += "/" + JSONPointer.escape(component)
            resource = resourceOf(node, in: file) ?? resource
        }
        return Target(
            identity: .init(file: files[file].name, pointer: pointer), node: node, file: file, resource: resource)
    }

    private mutating func resourceOf(_ node: Node, in file: Int) -> SchemaResource? {
        node.object?["$id"]?.string == nil ? nil : resource(at: node.location, in: file)
    }

    private static func member(_ component: String, of node: Node) -> Node? {
        switch node.value {
        case .object(let object): return object[component]
        case .array(let items):
            guard let index = Int(component), items.indices.contains(index), "\(index)" == component else { return nil }
            return items[index]
        default: return nil
        }
    }

    private func dangling(
        _ component: String, in node: Node, at pointer: String, file: Int, of reference: String
    ) -> Fault {
        let place = pointer.isEmpty ? "`\(files[file].name)`" : "`\(files[file].name)#\(pointer)`"
        var notes: [Diagnostic.Note] = []
        if let object = node.object, let near = Spelling.nearest(to: component, among: object.lazy.map(\.key)) {
            notes.append(.init("did you mean `\(near)`?", at: object.member(near)?.keyLocation))
        }
        if file != 0, Self.meansDocument(reference) {
            notes.append(.init("`#` means this file; to mean the root document write `\(rootName)\(reference)`"))
        }
        return Fault(
            code: .unresolvedReference, message: "`\(reference)` leads nowhere: \(place) has no `\(component)`",
            notes: notes)
    }

    private static func meansDocument(_ reference: String) -> Bool {
        reference.hasPrefix("#/components/") || reference.hasPrefix("#/definitions/")
    }

    private mutating func anchors(of file: Int) -> AnchorTable {
        if let known = files[file].anchors { return known }
        let table = AnchorTable(of: files[file].root, base: base(of: file))
        files[file].anchors = table
        return table
    }
}
