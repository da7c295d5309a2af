import Foundation
import PostHogServer

/// A service that keeps datasets and their items, and answers every other operation with its documented example.
///
/// The datasets of a project are the same under `/api/environments/` and `/api/projects/`. Deleting is refused with the
/// documented 405, which needs no handler of ours: a PATCH that sets `deleted` hides a dataset from lists.
public struct DemoService: ExampleAnswers {
    private let store: DatasetStore
    private let address: ServiceAddress

    /// A service on a store.
    /// - Parameter address: where clients reach the service.
    public init(store: DatasetStore = DatasetStore(), address: ServiceAddress) {
        self.store = store
        self.address = address
    }

    // MARK: Environments

    public func environmentsDatasetsList(
        projectID: String, idIn: [UUID]?, limit: Int?, offset: Int?, orderBy: [DatasetOrdering]?, search: String?,
        caller: Caller
    ) async throws -> PaginatedDatasetList {
        await datasets(
            "environments", projectID, ids: idIn, order: orderBy, search: search,
            window: PageWindow(limit: limit, offset: offset))
    }

    public func environmentsDatasetsCreate(
        projectID: String, body: DatasetCreate, caller: Caller
    ) async throws -> Dataset {
        await store.createDataset(body, in: projectID, by: .owner(of: caller))
    }

    public func environmentsDatasetsRetrieve(projectID: String, id: UUID, caller: Caller) async throws -> Dataset {
        try await store.dataset(id, in: projectID)
    }

    public func environmentsDatasetsPartialUpdate(
        projectID: String, id: UUID, body: DatasetUpdate, caller: Caller
    ) async throws -> Dataset {
        try await store.updateDataset(id, with: body, in: projectID)
    }

    public func environmentsDatasetItemsList(
        projectID: String, dataset: UUID?, limit: Int?, offset: Int?, caller: Caller
    ) async throws -> PaginatedDatasetItemList {
        await items("environments", projectID, of: dataset, window: PageWindow(limit: limit, offset: offset))
    }

    public func environmentsDatasetItemsCreate(
        projectID: String, body: DatasetItemCreate, caller: Caller
    ) async throws -> DatasetItem {
        try await store.createItem(body, in: projectID, by: .owner(of: caller))
    }

    public func environmentsDatasetItemsRetrieve(
        projectID: String, id: UUID, caller: Caller
    ) async throws -> DatasetItem {
        try await store.item(id, in: projectID)
    }

    public func environmentsDatasetItemsPartialUpdate(
        projectID: String, id: UUID, body: DatasetItemUpdate, caller: Caller
    ) async throws -> DatasetItem {
        try await store.updateItem(id, with: body, in: projectID)
    }

    // MARK: Projects

    public func projectsDatasetsList(
        projectID: String, idIn: [UUID]?, limit: Int?, offset: Int?, orderBy: [DatasetOrdering]?, search: String?,
        caller: Caller
    ) async throws -> PaginatedDatasetList {
        await datasets(
            "projects", projectID, ids: idIn, order: orderBy, search: search,
            window: PageWindow(limit: limit, offset: offset))
    }

    public func projectsDatasetsCreate(
        projectID: String, body: DatasetCreate, caller: Caller
    ) async throws -> Dataset {
        await store.createDataset(body, in: projectID, by: .owner(of: caller))
    }

    public func projectsDatasetItemsList(
        projectID: String, dataset: UUID?, limit: Int?, offset: Int?, caller: Caller
    ) async throws -> PaginatedDatasetItemList {
        await items("projects", projectID, of: dataset, window: PageWindow(limit: limit, offset: offset))
    }

    public func projectsDatasetItemsCreate(
        projectID: String, body: DatasetItemCreate, caller: Caller
    ) async throws -> DatasetItem {
        try await store.createItem(body, in: projectID, by: .owner(of: caller))
    }

    public func projectsDatasetItemsRetrieve(
        projectID: String, id: UUID, caller: Caller
    ) async throws -> DatasetItem {
        try await store.item(id, in: projectID)
    }

    public func projectsDatasetItemsPartialUpdate(
        projectID: String, id: UUID, body: DatasetItemUpdate, caller: Caller
    ) async throws -> DatasetItem {
        try await store.updateItem(id, with: body, in: projectID)
    }

    // MARK: Pages

    private func datasets(
        _ root: String, _ project: String, ids: [UUID]?, order: [DatasetOrdering]?, search: String?, window: PageWindow
    ) async -> PaginatedDatasetList {
        let all = await store.datasets(in: project, ids: ids, search: search, order: order ?? [])
        let list = self.list(
            root, project, "datasets",
            [
                ("id__in", ids?.map(\.parameterText).joined(separator: ",")),
                ("order_by", order?.map(\.rawValue).joined(separator: ",")), ("search", search),
            ])
        return PaginatedDatasetList(
            count: all.count, next: window.next(in: list, count: all.count), previous: window.previous(in: list),
            results: window.items(of: all))
    }

    private func items(
        _ root: String, _ project: String, of dataset: UUID?, window: PageWindow
    ) async -> PaginatedDatasetItemList {
        let all = await store.items(in: project, of: dataset)
        let list = self.list(root, project, "dataset_items", [("dataset", dataset?.parameterText)])
        return PaginatedDatasetItemList(
            count: all.count, next: window.next(in: list, count: all.count), previous: window.previous(in: list),
            results: window.items(of: all))
    }

    /// The address of a list with the parameters that were sent.
    private func list(
        _ root: String, _ project: String, _ kind: String, _ parameters: [(name: String, value: String?)]
    ) -> URL {
        let query = parameters.compactMap { parameter in
            parameter.value.map { URLQueryItem(name: parameter.name, value: $0) }
        }
        let url = address.current.appending(path: "api/\(root)").appending(component: project)
            .appending(path: "\(kind)/")
        return query.isEmpty ? url : url.appending(queryItems: query)
    }
}

extension UserBasic {
    /// The user who owns a caller's key: here one for each subject.
    fileprivate static func owner(of caller: Caller) -> UserBasic {
        let name = caller.subject ?? "anonymous"
        return UserBasic(
            id: 1, uuid: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1)), distinctID: nil,
            firstName: name, lastName: "Demo", email: "\(name)@example.com", isEmailVerified: nil,
            hedgehogConfig: nil, roleAtOrganization: nil)
    }
}
