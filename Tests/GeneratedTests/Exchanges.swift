import Foundation
import PostHogClient
import Testing

/// One call of the client, and how the document says that it ends.
struct Exchange: Sendable, CustomTestStringConvertible {
    let id: String
    let call: Call

    enum Call: Sendable {
        /// Answered with the documented body.
        case value(@Sendable () async throws -> any Model)
        /// Answered without a body.
        case empty(@Sendable () async throws -> Void)
        /// Answered with the documented 405.
        case refused(@Sendable () async throws -> Void)
    }

    var testDescription: String { id }

    static func value(_ id: String, _ call: @escaping @Sendable () async throws -> any Model) -> Exchange {
        Exchange(id: id, call: .value(call))
    }

    static func page(_ id: String, _ call: @escaping @Sendable () async throws -> any Model) -> Exchange {
        Exchange(id: id, call: .value(call))
    }

    static func empty(_ id: String, _ call: @escaping @Sendable () async throws -> Void) -> Exchange {
        Exchange(id: id, call: .empty(call))
    }

    static func refused(_ id: String, _ call: @escaping @Sendable () async throws -> Void) -> Exchange {
        Exchange(id: id, call: .refused(call))
    }
}

/// Every operation, called as an application would.
enum Exchanges {
    static let all: [Exchange] =
        environmentsBatchExports
        + environmentsDashboards
        + environmentsDashboardsCollaborators
        + environmentsDatasetItems
        + environmentsDatasets
        + environmentsErrorTrackingSymbolSets
        + environmentsEvaluations
        + environmentsEvents
        + environmentsExports
        + environmentsFileSystem
        + projectsDatasetItems
        + projectsDatasets

    static let environmentsBatchExports: [Exchange] = [
        .empty("environments_batch_exports_logs_retrieve") {
            try await Clients.personal.environments.batchExports.logs(projectID: "1", id: Sample.id)
        },
        .empty("environments_batch_exports_pause_create") {
            try await Clients.personal.environments.batchExports.pause(
                projectID: "1", id: Sample.id, body: Sample.batchExportRequest)
        },
        .empty("environments_batch_exports_run_test_step_create") {
            try await Clients.internal.environments.batchExports.runTestStep(
                projectID: "1", id: Sample.id, body: Sample.batchExportRequest)
        },
        .empty("environments_batch_exports_unpause_create") {
            try await Clients.personal.environments.batchExports.unpause(
                projectID: "1", id: Sample.id, body: Sample.batchExportRequest)
        },
        .empty("environments_batch_exports_run_test_step_new_create") {
            try await Clients.internal.environments.batchExports.runNewTestStep(
                projectID: "1", body: Sample.batchExportRequest)
        },
        .empty("environments_batch_exports_test_retrieve") {
            try await Clients.internal.environments.batchExports.test(projectID: "1")
        },
    ]

    static let environmentsDashboards: [Exchange] = [
        .page("environments_dashboards_list") {
            try await Clients.personal.environments.dashboards.list(projectID: "1").firstPage()
        },
        .value("environments_dashboards_create") {
            try await Clients.personal.environments.dashboards.create(projectID: "1", body: Sample.dashboardCreate)
        },
    ]

    static let environmentsDashboardsCollaborators: [Exchange] = [
        .value("environments_dashboards_collaborators_list") {
            try await Clients.personal.environments.dashboards.collaborators.list(projectID: "1", dashboardID: 7)
        },
        .value("environments_dashboards_collaborators_create") {
            try await Clients.personal.environments.dashboards.collaborators.create(
                projectID: "1", dashboardID: 7, body: Sample.dashboardCollaboratorCreate)
        },
    ]

    static let environmentsDatasetItems: [Exchange] = [
        .page("environments_dataset_items_list") {
            try await Clients.personal.environments.datasetItems.list(projectID: "1").firstPage()
        },
        .value("environments_dataset_items_create") {
            try await Clients.personal.environments.datasetItems.create(
                projectID: "1", body: Sample.datasetItemCreate)
        },
        .value("environments_dataset_items_retrieve") {
            try await Clients.personal.environments.datasetItems.retrieve(projectID: "1", id: Sample.id)
        },
        .value("environments_dataset_items_partial_update") {
            try await Clients.personal.environments.datasetItems.partialUpdate(
                projectID: "1", id: Sample.id, body: Sample.datasetItemUpdate)
        },
        .refused("environments_dataset_items_destroy") {
            try await Clients.personal.environments.datasetItems.destroy(projectID: "1", id: Sample.id)
        },
    ]

    static let environmentsDatasets: [Exchange] = [
        .page("environments_datasets_list") {
            try await Clients.personal.environments.datasets.list(projectID: "1").firstPage()
        },
        .value("environments_datasets_create") {
            try await Clients.personal.environments.datasets.create(projectID: "1", body: Sample.datasetCreate)
        },
        .value("environments_datasets_retrieve") {
            try await Clients.personal.environments.datasets.retrieve(projectID: "1", id: Sample.id)
        },
        .value("environments_datasets_partial_update") {
            try await Clients.personal.environments.datasets.partialUpdate(
                projectID: "1", id: Sample.id, body: Sample.datasetUpdate)
        },
        .refused("environments_datasets_destroy") {
            try await Clients.personal.environments.datasets.destroy(projectID: "1", id: Sample.id)
        },
    ]

    static let environmentsErrorTrackingSymbolSets: [Exchange] = [
        .empty("environments_error_tracking_symbol_sets_destroy") {
            try await Clients.personal.environments.errorTracking.symbolSets.destroy(projectID: "1", id: Sample.id)
        },
        .empty("environments_error_tracking_symbol_sets_bulk_finish_upload_create") {
            try await Clients.personal.environments.errorTracking.symbolSets.bulkFinishUpload(
                projectID: "1", body: Sample.symbolSetUpload)
        },
        .empty("environments_error_tracking_symbol_sets_bulk_start_upload_create") {
            try await Clients.personal.environments.errorTracking.symbolSets.bulkStartUpload(
                projectID: "1", body: Sample.symbolSetUpload)
        },
        .empty("environments_error_tracking_symbol_sets_start_upload_create") {
            try await Clients.personal.environments.errorTracking.symbolSets.startUpload(projectID: "1")
        },
    ]

    static let environmentsEvaluations: [Exchange] = [
        .page("environments_evaluations_list") {
            try await Clients.personal.environments.evaluations.list(projectID: "1").firstPage()
        },
        .value("environments_evaluations_create") {
            try await Clients.personal.environments.evaluations.create(projectID: "1", body: Sample.evaluationCreate)
        },
        .value("environments_evaluations_retrieve") {
            try await Clients.personal.environments.evaluations.retrieve(projectID: "1", id: Sample.id)
        },
        .value("environments_evaluations_partial_update") {
            try await Clients.personal.environments.evaluations.partialUpdate(
                projectID: "1", id: Sample.id, body: Sample.evaluationUpdate)
        },
        .refused("environments_evaluations_destroy") {
            try await Clients.personal.environments.evaluations.destroy(projectID: "1", id: Sample.id)
        },
    ]

    static let environmentsEvents: [Exchange] = [
        .page("environments_events_list") {
            try await (DeprecatedEventLister() as any EventLister).eventPage()
        },
        .value("environments_events_retrieve") {
            try await Clients.personal.environments.events.retrieve(projectID: "1", id: "one")
        },
        .empty("environments_events_values_retrieve") {
            try await Clients.personal.environments.events.values(projectID: "1")
        },
    ]

    static let environmentsExports: [Exchange] = [
        .page("environments_exports_list") {
            try await Clients.personal.environments.exports.list(projectID: "1").firstPage()
        },
        .value("environments_exports_create") {
            try await Clients.personal.environments.exports.create(projectID: "1", body: Sample.exportCreate)
        },
        .value("environments_exports_retrieve") {
            try await Clients.personal.environments.exports.retrieve(projectID: "1", id: 7)
        },
        .empty("environments_exports_content_retrieve") {
            try await Clients.personal.environments.exports.content(projectID: "1", id: 7)
        },
    ]

    static let environmentsFileSystem: [Exchange] = [
        .page("environments_file_system_list") {
            try await Clients.personal.environments.fileSystem.list(projectID: "1").firstPage()
        },
        .value("environments_file_system_create") {
            try await Clients.personal.environments.fileSystem.create(
                projectID: "1", body: Sample.fileSystemEntryCreate)
        },
        .value("environments_file_system_retrieve") {
            try await Clients.personal.environments.fileSystem.retrieve(projectID: "1", id: Sample.id)
        },
        .value("environments_file_system_partial_update") {
            try await Clients.personal.environments.fileSystem.partialUpdate(
                projectID: "1", id: Sample.id, body: Sample.fileSystemEntryUpdate)
        },
        .empty("environments_file_system_destroy") {
            try await Clients.personal.environments.fileSystem.destroy(projectID: "1", id: Sample.id)
        },
        .empty("environments_file_system_count_create") {
            try await Clients.personal.environments.fileSystem.count(
                projectID: "1", id: Sample.id, body: Sample.fileSystemEntryCreate)
        },
        .empty("environments_file_system_link_create") {
            try await Clients.personal.environments.fileSystem.link(
                projectID: "1", id: Sample.id, body: Sample.fileSystemEntryCreate)
        },
        .empty("environments_file_system_move_create") {
            try await Clients.personal.environments.fileSystem.move(
                projectID: "1", id: Sample.id, body: Sample.fileSystemEntryCreate)
        },
    ]

    static let projectsDatasetItems: [Exchange] = [
        .page("projects_dataset_items_list") {
            try await Clients.personal.projects.datasetItems.list(projectID: "1").firstPage()
        },
        .value("projects_dataset_items_create") {
            try await Clients.personal.projects.datasetItems.create(projectID: "1", body: Sample.datasetItemCreate)
        },
        .value("projects_dataset_items_retrieve") {
            try await Clients.personal.projects.datasetItems.retrieve(projectID: "1", id: Sample.id)
        },
        .value("projects_dataset_items_partial_update") {
            try await Clients.personal.projects.datasetItems.partialUpdate(
                projectID: "1", id: Sample.id, body: Sample.datasetItemUpdate)
        },
        .refused("projects_dataset_items_destroy") {
            try await Clients.personal.projects.datasetItems.destroy(projectID: "1", id: Sample.id)
        },
    ]

    static let projectsDatasets: [Exchange] = [
        .page("projects_datasets_list") {
            try await Clients.personal.projects.datasets.list(projectID: "1").firstPage()
        },
        .value("projects_datasets_create") {
            try await Clients.personal.projects.datasets.create(projectID: "1", body: Sample.datasetCreate)
        },
    ]
}
