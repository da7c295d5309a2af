import QuillRuntime
import Testing

/// A cell of the table of OpenAPI 3.2 §4.12.3.2 ("Style Examples"), which builds on RFC 6570 §3.2.
struct StyleCell: Sendable, CustomTestStringConvertible {
    let style: ParameterStyle
    let explode: Bool
    let place: ParameterPlace
    /// The empty text, `"blue"`, `["blue", "black", "brown"]` and `{"R": 100, "G": 200, "B": 150}`; nil is "n/a".
    let empty: String?
    let text: String?
    let list: String?
    let object: String?

    var testDescription: String { "\(style) \(explode ? "exploded " : "")in \(place)" }

    static let names = ["blue", "black", "brown"]
    static let color = ParameterValue.object([
        .init(name: "R", value: .literal("100")), .init(name: "G", value: .literal("200")),
        .init(name: "B", value: .literal("150")),
    ])

    private init(
        _ style: ParameterStyle, _ explode: Bool, _ place: ParameterPlace, _ empty: String?, _ text: String?,
        _ list: String?, _ object: String?
    ) {
        (self.style, self.explode, self.place) = (style, explode, place)
        (self.empty, self.text, self.list, self.object) = (empty, text, list, object)
    }

    static let all: [StyleCell] = [
        StyleCell(
            .matrix, false, .path, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        StyleCell(
            .matrix, true, .path, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        StyleCell(.label, false, .path, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        StyleCell(.label, true, .path, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        StyleCell(.simple, false, .path, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
        StyleCell(.simple, true, .path, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
        StyleCell(.simple, false, .header, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
        StyleCell(.simple, true, .header, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
        StyleCell(.form, false, .query, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCell(
            .form, true, .query, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        StyleCell(
            .spaceDelimited, false, .query, nil, nil, "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150"),
        StyleCell(
            .pipeDelimited, false, .query, nil, nil, "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150"),
        // `tsv` of Swagger 2.0.
        StyleCell(.tabDelimited, false, .query, nil, nil, "color=blue%09black%09brown", nil),
        // `ssv`, `tsv` and `pipes` of Swagger 2.0 outside of queries.
        StyleCell(.spaceDelimited, false, .path, "", "blue", "blue%20black%20brown", "R%20100%20G%20200%20B%20150"),
        StyleCell(.tabDelimited, false, .path, "", "blue", "blue%09black%09brown", "R%09100%09G%09200%09B%09150"),
        StyleCell(.pipeDelimited, false, .path, "", "blue", "blue%7Cblack%7Cbrown", "R%7C100%7CG%7C200%7CB%7C150"),
        StyleCell(.spaceDelimited, false, .header, "", "blue", "blue black brown", "R 100 G 200 B 150"),
        StyleCell(.tabDelimited, false, .header, "", "blue", "blue\tblack\tbrown", "R\t100\tG\t200\tB\t150"),
        StyleCell(.pipeDelimited, false, .header, "", "blue", "blue|black|brown", "R|100|G|200|B|150"),
        StyleCell(
            .deepObject, true, .query, nil, nil, nil, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        StyleCell(.form, false, .cookie, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCell(.cookie, false, .cookie, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCell(
            .cookie, true, .cookie, "color=", "color=blue", "color=blue; color=black; color=brown",
            "R=100; G=200; B=150"),
    ]

    var form: ParameterForm { ParameterForm(name: "color", place: place, style: style, explode: explode) }

    func text(of value: ParameterValue) -> String {
        style.text(
            of: value, named: "color", explode: explode, encoded: place != .header,
            isNamed: place == .query || place == .cookie)
    }

    /// Whether every text can be part of a list.
    var takesAnything: Bool {
        switch style {
        case .spaceDelimited, .tabDelimited, .pipeDelimited, .cookie: false
        case .form, .deepObject: true
        case .simple, .label, .matrix: place == .path
        }
    }

    /// What a server finds of a text in the place.
    func items(_ text: String) -> [SentItem] {
        switch place {
        case .query: SentItem.items(inTarget: "/?" + text)
        case .cookie: SentItem.cookies(in: ["Cookie": text])
        case .path, .header: [SentItem(name: "color", encoded: Array(text.utf8)[...])]
        }
    }

    func read<T: JSONRepresentable>(_ text: String, as shape: ParameterShape) throws -> T {
        let items = items(text)
        return try T(
            parameter: form.candidates(
                as: shape, among: items, values: form.values(in: items), spread: .members(["R", "G", "B"])),
            validating: true)
    }
}

@Suite("Styles of parameters")
struct ParameterStyleTests {
    @Test("Values are written as the specification's table has them", arguments: StyleCell.all)
    func written(_ cell: StyleCell) {
        if let text = cell.empty { #expect(cell.text(of: .text("")) == text) }
        if let text = cell.text { #expect(cell.text(of: .text("blue")) == text) }
        if let text = cell.list { #expect(cell.text(of: ParameterValue(StyleCell.names)) == text) }
        if let text = cell.object { #expect(cell.text(of: StyleCell.color) == text) }
    }

    @Test("What is written is read again", arguments: StyleCell.all)
    func readAgain(_ cell: StyleCell) throws {
        if let text = cell.empty { #expect(try cell.form.scalar(cell.form.values(in: cell.items(text))) == "") }
        if let text = cell.text { #expect(try cell.form.scalar(cell.form.values(in: cell.items(text))) == "blue") }
        if let text = cell.list {
            #expect(try cell.form.list(cell.form.values(in: cell.items(text))) == StyleCell.names)
            #expect(try cell.read(text, as: .list) as [String] == StyleCell.names)
        }
        if let text = cell.object {
            #expect(try cell.read(text, as: .object) as [String: Int] == ["R": 100, "G": 200, "B": 150])
            let any: JSONValue = try cell.read(text, as: cell.explode ? .object : .any)
            if cell.explode { #expect(any == ["R": 100, "G": 200, "B": 150]) }
        }
    }

    /// Delimiters of every style, what URLs reserve, quotes, and what is not ASCII.
    private static let awkward = ["a,b", "c d", "|;.", "100%", "%20", "é+", "", "x=y&z", "/?#[]", "\"q\"", "true", "7"]

    @Test(
        "Awkward texts survive where the style can tell them from its delimiters",
        arguments: StyleCell.all.filter(\.takesAnything))
    func awkward(_ cell: StyleCell) throws {
        for text in Self.awkward where cell.style != .deepObject {
            let sent = cell.text(of: .text(text))
            #expect(try cell.form.scalar(cell.form.values(in: cell.items(sent))) == text, "\(sent)")
        }
        let list = cell.text(of: ParameterValue(Self.awkward))
        #expect(try cell.form.list(cell.form.values(in: cell.items(list))) == Self.awkward, "\(list)")
        let members = ["R": "a,b", "G": "x=y.&;|", "B": "7"]
        let object = cell.text(of: ParameterValue(model: members))
        #expect(try cell.read(object, as: .object) as [String: String] == members, "\(object)")
    }

    @Test("Texts that cannot be told from delimiters are named")
    func ambiguity() {
        func fault(_ style: ParameterStyle, _ texts: [String], explode: Bool = false, encoded: Bool = true) -> Bool {
            style.ambiguity(of: ParameterValue(texts), explode: explode, encoded: encoded) != nil
        }
        #expect(fault(.spaceDelimited, ["a b"]) && !fault(.spaceDelimited, ["a b"], explode: true))
        #expect(fault(.pipeDelimited, ["a|b"]) && fault(.tabDelimited, ["a\tb"]) && !fault(.form, ["a,b|c d"]))
        #expect(fault(.simple, ["a,b"], encoded: false) && !fault(.simple, ["\"a,b\"", "W/\"1\""], encoded: false))
        #expect(
            fault(.cookie, ["a;b"], explode: true) && fault(.cookie, ["a,b"]) && !fault(.cookie, ["a,b"], explode: true)
        )
        #expect(ParameterStyle.deepObject.ambiguity(of: ParameterValue(model: ["a]": 1]), explode: true) != nil)
    }

    @Test("Encoded delimiters of other places are data")
    func otherDelimiters() throws {
        func list(_ style: ParameterStyle, _ place: ParameterPlace, _ text: String) throws -> [String]? {
            try ParameterForm(name: "a", place: place, style: style, explode: false).list([Array(text.utf8)[...]])
        }
        #expect(try list(.spaceDelimited, .path, "a+b%20c") == ["a+b", "c"])
        #expect(try list(.spaceDelimited, .query, "a+b%20c") == ["a", "b", "c"])
        #expect(try list(.spaceDelimited, .header, "a+b%20c d") == ["a+b%20c", "d"])
        #expect(try list(.pipeDelimited, .header, "a%7Cb|\"c|d\"") == ["a%7Cb", "\"c|d\""])
        #expect(try list(.tabDelimited, .header, "a%09b\tc") == ["a%09b", "c"])
    }

    @Test("What blanks at the ends of a header field stand for is named")
    func lostParts() {
        func fault(_ style: ParameterStyle, _ texts: [String], encoded: Bool = false) -> Bool {
            style.ambiguity(of: ParameterValue(texts), explode: false, encoded: encoded) != nil
        }
        #expect(fault(.spaceDelimited, ["", "a"]) && fault(.tabDelimited, ["a", ""]))
        #expect(!fault(.spaceDelimited, ["a", "", "b"]) && !fault(.pipeDelimited, ["", "a"]))
        #expect(!fault(.spaceDelimited, ["", "a"], encoded: true))
    }

    @Test("Reserved characters stay where they are allowed to, save those that would end the value")
    func reserved() {
        func query(_ text: String) -> String {
            ParameterStyle.form.text(of: .text(text), named: "q", explode: true, allowReserved: true)
        }
        #expect(query("/a:b?c@d!$'()*,;=") == "q=/a:b?c@d!$'()*,;=")
        #expect(query("a%20b%zz c") == "q=a%20b%25zz%20c")
        #expect(query("#&+[]") == "q=%23%26%2B%5B%5D")
        let list = ParameterValue(["a/b", "c,d"])
        #expect(
            ParameterStyle.form.text(of: list, named: "q", explode: false, allowReserved: true) == "q=a/b,c%2Cd")
        #expect(
            ParameterStyle.simple.text(of: .text("a/b:c"), named: "p", explode: false, allowReserved: true) == "a%2Fb:c"
        )
    }

    @Test("Nothing is said of what is empty or null")
    func nothing() {
        for cell in StyleCell.all {
            #expect(cell.text(of: .list([])) == "" && cell.text(of: .object([])) == "")
        }
        let members = ParameterValue(model: ["a": nil, "b": 1] as [String: Int?])
        #expect(ParameterStyle.form.text(of: members, named: "o", explode: true) == "b=1")
    }

    @Test("Names are encoded as values are")
    func names() {
        #expect(ParameterStyle.form.text(of: .text("x"), named: "a[b]&", explode: true) == "a%5Bb%5D%26=x")
        #expect(ParameterStyle.form.text(of: .text("love!"), named: "❤️", explode: true) == "%E2%9D%A4%EF%B8%8F=love%21")
    }
}
