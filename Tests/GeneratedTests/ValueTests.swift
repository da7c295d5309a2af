import Foundation
import PostHogClient
import PostHogServer
import Testing

/// The values that generated types hold.
@Suite struct ValueTests {
    @Test func absentNullAndValueAreThreeThings() throws {
        #expect(DatasetUpdate().jsonText() == "{}")
        #expect(DatasetUpdate(description: .null).jsonText() == #"{"description":null}"#)
        #expect(DatasetUpdate(description: "x", metadata: .null).jsonText() == #"{"description":"x","metadata":null}"#)
        let read = try DatasetUpdate(json: #"{"description":null,"metadata":null}"#)
        #expect(read.description.isNull)
        #expect(read.metadata == .null)
        #expect(read.deleted.isAbsent)
        #expect(read.name == nil)
    }

    @Test func anUnknownEnumerationValueSurvives() throws {
        let json = #"{"name":"n","model":"cohorts","destination":1,"interval":"day"}"#
        let request = try BatchExportRequest(json: json)
        #expect(request.model?.rawValue == "cohorts")
        #expect(request.jsonText() == json)
    }

    @Test func modelsWorkWithOtherCoders() throws {
        let dataset = try JSONDecoder().decode(Dataset.self, from: Data(datasetJSON.utf8))
        #expect(dataset.createdBy.email == "user@example.com")
        let encoder = JSONEncoder()
        let data = try encoder.encode(dataset)
        #expect(try JSONValue(json: Array(data)) == JSONValue(json: datasetJSON))
        #expect(Set([dataset, try Dataset(json: datasetJSON)]).count == 1)
    }

    @Test func whatIsWrongIsNamedWithItsPlace() throws {
        let json = datasetJSON.replacing("\"id\": 0", with: "\"id\": \"zero\"")
        let error = #expect(throws: JSONError.self) { try Dataset(json: json) }
        #expect(error?.issues.first?.pointer == "/created_by/id")
    }

    @Test func requestBodiesCanBeChangedInPlace() {
        var body = Sample.datasetCreate
        body.name = "Other"
        body.description = .value("why")
        #expect(body != Sample.datasetCreate)
    }

    private let datasetJSON = """
        {
          "id": "497f6eca-6276-4993-bfeb-53cbbbba6f08", "name": "string", "description": "string", "metadata": null,
          "created_at": "2019-08-24T14:15:22Z", "updated_at": "2019-08-24T14:15:22Z", "deleted": true,
          "created_by": {
            "id": 0, "uuid": "095be615-a8ad-4c33-8e9c-c7612fbf6c9f", "distinct_id": "string", "first_name": "string",
            "last_name": "string", "email": "user@example.com", "is_email_verified": true,
            "hedgehog_config": {"property1": null}, "role_at_organization": "engineering"
          },
          "team": 0
        }
        """
}
