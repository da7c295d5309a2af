import QuillRuntime
import Testing

@Suite("Structured parameters")
struct ParameterReadingTests {
    private func deep<T: JSONRepresentable>(_ query: String, as shape: ParameterShape = .object) throws -> T {
        let form = ParameterForm(name: "a", place: .query, style: .deepObject, explode: true)
        let items = SentItem.items(inTarget: "/?" + query)
        return try T(
            parameter: form.candidates(as: shape, among: items, values: form.values(in: items), spread: .members([])),
            validating: true)
    }

    private func encoded(_ value: some JSONRepresentable) -> String {
        ParameterStyle.deepObject.text(of: ParameterValue(model: value), named: "a", explode: true)
            .replacing("%5B", with: "[").replacing("%5D", with: "]")
    }

    @Test("Deep objects hold objects and lists")
    func deepObjects() throws {
        let value: JSONValue = ["b": ["c": 1, "d": true], "e": ["x", "y"], "f": [["g": 1], ["g": 2]]]
        let text = "a[b][c]=1&a[b][d]=true&a[e][]=x&a[e][]=y&a[f][0][g]=1&a[f][1][g]=2"
        #expect(encoded(value) == text)
        let read: [String: JSONValue] = try deep(text)
        #expect(read["b"] == value["b"] && read["e"] == value["e"])
        let lists: [String: [[String: Int]]] = try deep("a[f][0][g]=1&a[f][1][g]=2")
        #expect(lists == ["f": [["g": 1], ["g": 2]]])
    }

    @Test(
        "Lists in deep objects are read in every form that is used for them",
        arguments: [
            "a[b][]=1&a[b][]=2", "a[b]=1&a[b]=2", "a[b][0]=1&a[b][1]=2", "a[b][1]=2&a[b][0]=1",
            "a%5Bb%5D%5B%5D=1&a[b][]=2",
        ])
    func deepLists(query: String) throws {
        #expect(try deep(query) as [String: [Int]] == ["b": [1, 2]])
    }

    @Test("One element is a list, and numbers can be names")
    func singleElements() throws {
        #expect(try deep("a[b]=1") as [String: [Int]] == ["b": [1]])
        #expect(try deep("a[1]=x&a[0]=y") as [String: String] == ["0": "y", "1": "x"])
        #expect(try deep("a[][b]=1&a[][c]=2&a[][b]=3", as: .list) as [[String: Int]] == [["b": 1, "c": 2], ["b": 3]])
        #expect(try deep("a[]=1", as: .list) as [Int] == [1])
    }

    @Test("What is nested too deeply is refused")
    func depth() {
        let query = "a" + String(repeating: "[b]", count: 1000) + "=1"
        #expect(throws: BrokenForm.self) { try deep(query) as JSONValue }
    }

    @Test("Texts are read as what is wanted")
    func texts() throws {
        func read<T: JSONRepresentable>(_ value: ParameterValue) throws -> T {
            try T(parameter: [value], validating: true)
        }
        #expect(try read(.text("5")) as Int == 5)
        #expect(try read(.text("5")) as String == "5")
        #expect(try read(.text("1.5")) as Double == 1.5)
        #expect(try read(.text("true")) as Bool)
        #expect(try read(.text("null")) as Int? == nil)
        #expect(try read(.text("null")) as String == "null")
        #expect(try read(.text("5")) as JSONValue == 5)
        #expect(try read(.text("05")) as JSONValue == "05")
        #expect(try read(.list([.text("1"), .text("[2,3]")])) as [[Int]] == [[1], [2, 3]])
        #expect(try read(.text("{\"a\":1}")) as [String: Int] == ["a": 1])
        #expect(throws: JSONError.self) { try read(.text("x")) as Int }
        #expect(throws: JSONError.self) { try read(.text("[")) as [String: Int] }
    }

    @Test("Forms hold members in layouts of their own")
    func forms() throws {
        let value: [String: JSONValue] = [
            "list": ["a", "b"], "object": ["c": 1], "plain": ["x", "y,z"], "text": "a&b", "json": ["d": [1]],
        ]
        let layouts: [String: FormLayout] = ["list": .list(.form), "object": .object(.deepObject), "json": .json]
        let text = URLEncodedForm.text(of: value, layouts: layouts)
        #expect(
            text == "json=%7B%22d%22%3A%5B1%5D%7D&list=a,b&object%5Bc%5D=1&plain=x&plain=y%2Cz&text=a%26b")
        let sent = try URLEncodedForm.value(of: Array(text.utf8)[...], layouts: layouts)
        let lists = try [String: JSONValue](parameter: [sent])
        #expect(
            lists["list"] == value["list"] && lists["object"] == value["object"] && lists["plain"] == value["plain"])
        #expect(lists["text"] == value["text"])
    }
}
