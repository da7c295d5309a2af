import Foundation

/// The same schemas as `PostHogModels`, as one writes them by hand for Foundation's coders.
enum Plain {
    struct UserBasic: Codable {
        let id: Int
        let uuid: UUID
        let distinctID: String?
        let firstName: String
        let lastName: String
        let email: String
        let isEmailVerified: Bool?
        let hedgehogConfig: [String: JSON]?
        let roleAtOrganization: String?

        enum CodingKeys: String, CodingKey {
            case id, uuid, email
            case distinctID = "distinct_id"
            case firstName = "first_name"
            case lastName = "last_name"
            case isEmailVerified = "is_email_verified"
            case hedgehogConfig = "hedgehog_config"
            case roleAtOrganization = "role_at_organization"
        }
    }

    struct Dataset: Codable {
        let id: UUID
        let name: String
        let description: String?
        let metadata: JSON
        let createdAt: Date
        let updatedAt: Date
        let deleted: Bool?
        let createdBy: UserBasic
        let team: Int

        enum CodingKeys: String, CodingKey {
            case id, name, description, metadata, deleted, team
            case createdAt = "created_at"
            case updatedAt = "updated_at"
            case createdBy = "created_by"
        }
    }

    struct PaginatedDatasetList: Codable {
        let count: Int
        let next: URL?
        let previous: URL?
        let results: [Dataset]
    }

    enum JSON: Codable {
        case null, bool(Bool), integer(Int), number(Double), string(String), array([JSON]), object([String: JSON])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode(Int.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode([String: JSON].self) {
                self = .object(value)
            } else {
                self = .array(try container.decode([JSON].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .bool(let value): try container.encode(value)
            case .integer(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .string(let value): try container.encode(value)
            case .array(let value): try container.encode(value)
            case .object(let value): try container.encode(value)
            }
        }
    }
}
