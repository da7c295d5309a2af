import Foundation
import QuillRuntime

// The shape that the generator gives these schemas.

public nonisolated struct UserBasic: Model {
    public let id: Int
    public let uuid: UUID
    public let distinctID: String?
    public let firstName: String
    public let lastName: String
    public let email: String
    public let isEmailVerified: Bool?
    public let hedgehogConfig: [String: JSONValue]?
    public let roleAtOrganization: String?

    public init(reading value: JSONReader) {
        var object = value.object()
        id = object.required("id")
        uuid = object.required("uuid")
        distinctID = object.nullable("distinct_id")
        firstName = object.required("first_name")
        lastName = object.required("last_name")
        email = object.required("email")
        isEmailVerified = object.nullable("is_email_verified")
        hedgehogConfig = object.nullable("hedgehog_config")
        roleAtOrganization = object.nullable("role_at_organization")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("id", id)
        json.required("uuid", uuid)
        json.nullable("distinct_id", distinctID)
        json.required("first_name", firstName)
        json.required("last_name", lastName)
        json.required("email", email)
        json.nullable("is_email_verified", isEmailVerified)
        json.nullable("hedgehog_config", hedgehogConfig)
        json.nullable("role_at_organization", roleAtOrganization)
        json.endObject()
    }
}

public nonisolated struct Dataset: Model {
    public let id: UUID
    public let name: String
    public let description: String?
    public let metadata: JSONValue
    public let createdAt: Date
    public let updatedAt: Date
    public let deleted: Bool?
    private let _createdBy: Box<UserBasic>
    public var createdBy: UserBasic { _createdBy.value }
    public let team: Int

    public init(reading value: JSONReader) {
        var object = value.object()
        id = object.required("id")
        name = object.required("name")
        object.check("name", name, maxLength: 400)
        description = object.nullable("description")
        metadata = object.required("metadata")
        createdAt = object.required("created_at")
        updatedAt = object.required("updated_at")
        deleted = object.nullable("deleted")
        _createdBy = Box(object.required("created_by"))
        team = object.required("team")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("id", id)
        json.required("name", name)
        json.nullable("description", description)
        json.required("metadata", metadata)
        json.required("created_at", createdAt)
        json.required("updated_at", updatedAt)
        json.nullable("deleted", deleted)
        json.required("created_by", createdBy)
        json.required("team", team)
        json.endObject()
    }
}

public nonisolated struct PaginatedDatasetList: Page {
    public let count: Int
    public let next: URL?
    public let previous: URL?
    public let results: [Dataset]

    public init(reading value: JSONReader) {
        var object = value.object()
        count = object.required("count")
        next = object.nullable("next")
        previous = object.nullable("previous")
        results = object.required("results")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.required("count", count)
        json.nullable("next", next)
        json.nullable("previous", previous)
        json.required("results", results)
        json.endObject()
    }

    public var pageItems: [Dataset] { results }
    public var nextPage: NextPage { .link(next) }
}
