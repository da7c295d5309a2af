import Foundation
import PostHogServer

/// The datasets of one project and their items, in the order in which they were made.
struct ProjectDatasets {
    private(set) var datasets: [Dataset] = []
    private(set) var items: [DatasetItem] = []

    /// - Throws: 404 if there is none of that ID.
    func dataset(_ id: UUID) throws -> Dataset {
        guard let dataset = datasets.first(where: { $0.id == id }) else { throw Problem.notFound("dataset", id) }
        return dataset
    }

    /// - Throws: 404 if there is none of that ID.
    func item(_ id: UUID) throws -> DatasetItem {
        guard let item = items.first(where: { $0.id == id }) else { throw Problem.notFound("dataset item", id) }
        return item
    }

    /// Adds a dataset, or replaces the one of its ID.
    mutating func put(_ dataset: Dataset) {
        if let index = datasets.firstIndex(where: { $0.id == dataset.id }) {
            datasets[index] = dataset
        } else {
            datasets.append(dataset)
        }
    }

    /// Adds an item, or replaces the one of its ID.
    /// - Throws: 404 if its dataset does not exist.
    mutating func put(_ item: DatasetItem) throws {
        _ = try dataset(item.dataset)
        if let index = items.firstIndex(where: { $0.id == item.id }) {
            items[index] = item
        } else {
            items.append(item)
        }
    }
}

/// Keeps the datasets of all projects in memory. An actor: requests come from many tasks at once.
public actor DatasetStore {
    private var projects: [String: ProjectDatasets] = [:]
    private let now: @Sendable () -> Date

    /// An empty store.
    /// - Parameter now: the clock for `created_at` and `updated_at`.
    public init(now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
    }

    // MARK: Datasets

    func datasets(
        in project: String, ids: [UUID]?, search: String?, order: [DatasetOrdering]
    ) -> [Dataset] {
        let datasets = projects[project, default: ProjectDatasets()].datasets.filter { dataset in
            dataset.deleted != true && ids?.contains(dataset.id) != false && search.map(dataset.mentions) != false
        }
        return datasets.sorted(by: order)
    }

    func dataset(_ id: UUID, in project: String) throws -> Dataset {
        try projects[project, default: ProjectDatasets()].dataset(id)
    }

    func createDataset(_ body: DatasetCreate, in project: String, by user: UserBasic) -> Dataset {
        let dataset = Dataset(
            id: UUID(), name: body.name, description: body.description.value, metadata: body.metadata ?? .null,
            createdAt: now(), updatedAt: now(), deleted: body.deleted.value ?? false, createdBy: user, team: 1)
        projects[project, default: ProjectDatasets()].put(dataset)
        return dataset
    }

    func updateDataset(_ id: UUID, with body: DatasetUpdate, in project: String) throws -> Dataset {
        let old = try dataset(id, in: project)
        let dataset = Dataset(
            id: id, name: body.name ?? old.name, description: body.description.applied(to: old.description),
            metadata: body.metadata ?? old.metadata, createdAt: old.createdAt, updatedAt: now(),
            deleted: body.deleted.applied(to: old.deleted), createdBy: old.createdBy, team: old.team)
        projects[project, default: ProjectDatasets()].put(dataset)
        return dataset
    }

    // MARK: Items

    func items(in project: String, of dataset: UUID?) -> [DatasetItem] {
        projects[project, default: ProjectDatasets()].items.filter { item in
            item.deleted != true && (dataset == nil || dataset == item.dataset)
        }
    }

    func item(_ id: UUID, in project: String) throws -> DatasetItem {
        try projects[project, default: ProjectDatasets()].item(id)
    }

    func createItem(_ body: DatasetItemCreate, in project: String, by user: UserBasic) throws -> DatasetItem {
        let item = DatasetItem(
            id: UUID(), dataset: body.dataset, input: body.input ?? .null, output: body.output ?? .null,
            metadata: body.metadata ?? .null, refTraceID: body.refTraceID.value,
            refTimestamp: body.refTimestamp.value, refSourceID: body.refSourceID.value,
            deleted: body.deleted.value ?? false, createdAt: now(), updatedAt: now(), createdBy: user, team: 1)
        try projects[project, default: ProjectDatasets()].put(item)
        return item
    }

    func updateItem(_ id: UUID, with body: DatasetItemUpdate, in project: String) throws -> DatasetItem {
        let old = try item(id, in: project)
        let item = DatasetItem(
            id: id, dataset: body.dataset ?? old.dataset, input: body.input ?? old.input,
            output: body.output ?? old.output, metadata: body.metadata ?? old.metadata,
            refTraceID: body.refTraceID.applied(to: old.refTraceID),
            refTimestamp: body.refTimestamp.applied(to: old.refTimestamp),
            refSourceID: body.refSourceID.applied(to: old.refSourceID),
            deleted: body.deleted.applied(to: old.deleted), createdAt: old.createdAt, updatedAt: now(),
            createdBy: old.createdBy, team: old.team)
        try projects[project, default: ProjectDatasets()].put(item)
        return item
    }
}

extension Field {
    /// What a property is after a PATCH: absent leaves it, null empties it.
    fileprivate func applied(to old: Value?) -> Value? {
        switch self {
        case .absent: old
        case .null: nil
        case .value(let value): value
        }
    }
}

extension Dataset {
    /// Whether a text occurs in the name, the description or the metadata.
    fileprivate func mentions(_ text: String) -> Bool {
        [name, description ?? "", metadata.jsonText()].contains { $0.lowercased().contains(text.lowercased()) }
    }
}

extension [Dataset] {
    /// The datasets by the first key, equal ones by the next; without keys in the order in which they were made.
    fileprivate func sorted(by order: [DatasetOrdering]) -> [Dataset] {
        enumerated().sorted { left, right in
            for key in order {
                let isDescending = key == .createdAtDescending || key == .updatedAtDescending
                let isCreation = key == .createdAt || key == .createdAtDescending
                let dates =
                    isCreation
                    ? (left.element.createdAt, right.element.createdAt)
                    : (left.element.updatedAt, right.element.updatedAt)
                if dates.0 != dates.1 { return (dates.0 < dates.1) != isDescending }
            }
            return left.offset < right.offset
        }.map(\.element)
    }
}

extension Problem {
    fileprivate static func notFound(_ kind: String, _ id: UUID) -> Problem {
        Problem(title: "Not Found", status: 404, detail: "There is no \(kind) \(id.uuidString.lowercased()).")
    }
}
