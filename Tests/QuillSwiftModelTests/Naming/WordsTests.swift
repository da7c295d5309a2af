import Testing

@testable import QuillSwiftModel

@Suite("Words of names")
struct WordsTests {
    @Test(arguments: [
        ("created_at", "created at", "createdAt", "CreatedAt"),
        ("createdAt", "created At", "createdAt", "CreatedAt"),
        ("Created-At", "Created At", "createdAt", "CreatedAt"),
        ("CREATED_AT", "CREATED AT", "createdAt", "CreatedAt"),
        ("created at", "created at", "createdAt", "CreatedAt"),
        ("__created__at__", "created at", "createdAt", "CreatedAt"),
        ("x", "x", "x", "X"),
        ("X-Request-ID", "X Request ID", "xRequestID", "XRequestID"),
        ("id", "id", "id", "ID"),
        ("ids", "ids", "ids", "IDs"),
        ("userID", "user ID", "userID", "UserID"),
        ("userId", "user Id", "userID", "UserID"),
        ("userIDs", "user IDs", "userIDs", "UserIDs"),
        ("userIDsList", "user IDs List", "userIDsList", "UserIDsList"),
        ("user_ids", "user ids", "userIDs", "UserIDs"),
        ("HTMLText", "HTML Text", "htmlText", "HTMLText"),
        ("html_url", "html url", "htmlURL", "HTMLURL"),
        ("URLs", "URLs", "urls", "URLs"),
        ("id__in", "id in", "idIn", "IDIn"),
        ("a.b-c", "a b c", "aBC", "ABC"),
        ("a/b\\c:d", "a b c d", "aBCD", "ABCD"),
        ("HTML5Text", "HTML5 Text", "html5Text", "Html5Text"),
        ("v2Beta", "v2 Beta", "v2Beta", "V2Beta"),
        ("oauth2", "oauth2", "oauth2", "Oauth2"),
        ("123", "123", "123", "123"),
        ("2fa", "2fa", "2fa", "2fa"),
        ("1.5", "1 5", "1_5", "1_5"),
        ("2022-11-28", "2022 11 28", "2022_11_28", "2022_11_28"),
        ("v1.0", "v1 0", "v1_0", "V1_0"),
        ("ipv4_v6", "ipv4 v6", "ipv4V6", "Ipv4V6"),
        ("größe", "größe", "größe", "Größe"),
        ("ÜberGröße", "Über Größe", "überGröße", "ÜberGröße"),
        ("naïve_café", "naïve café", "naïveCafé", "NaïveCafé"),
        ("数据集", "数据集", "数据集", "数据集"),
        ("данныеСписок", "данные Список", "данныеСписок", "ДанныеСписок"),
        ("ไทย", "ไทย", "ไทย", "ไทย"),
        ("", "", "", ""),
        ("emoji-😀", "emoji", "emoji", "Emoji"),
        ("a\u{200B}b\u{FEFF}c", "a b c", "aBC", "ABC"),
        ("a\u{3164}b", "a b", "aB", "AB"),
        ("a\u{0000}b\nc", "a b c", "aBC", "ABC"),
    ])
    func areFoundInEverySpelling(name: String, words: String, lower: String, upper: String) {
        let found = Words(splitting: name)
        #expect(found.words.joined(separator: " ") == words)
        #expect(found.lowerCamel == lower)
        #expect(found.upperCamel == upper)
    }

    /// Symbols that stand alone are spoken; between words they only separate.
    @Test(arguments: [
        ("+1", "plus1"), ("-1", "minus1"), ("+", "plus"), ("-", "minus"), ("*", "all"), ("a+b", "aB"), ("a-b", "aB"),
        ("-created_at", "minusCreatedAt"), ("$ref", "dollarRef"), ("@type", "atType"), ("a@b", "aB"),
        ("<=", "lessEquals"),
        ("!=", "notEquals"), ("c++", "cPlusPlus"), ("C#", "cNumber"), ("100%", "100Percent"),
        ("dataset:*", "datasetAll"),
        ("a + b", "aPlusB"), ("a - b", "aB"), ("--a", "a"),
    ])
    func includeSymbolsThatStandAlone(name: String, lower: String) {
        #expect(Words(splitting: name).lowerCamel == lower)
    }

    /// A name without letters is called what Unicode calls it.
    @Test(arguments: [
        ("😀", "grinningFace"), ("/", "solidus"), ("..", "fullStopFullStop"), ("\n", "u000a"),
        ("→", "rightwardsArrow"),
        ("...............", "fullStopFullStopFullStop"), ("\u{202E}", "rightToLeftOverride"),
        ("❤️", "heavyBlackHeartVariationSelector16"),
        ("\u{E000}", "ue000"), ("\u{0378}", "u0378"),
    ])
    func areThoseOfUnicodeWhereThereAreNone(name: String, lower: String) {
        #expect(Words(splitting: name).lowerCamel == lower)
    }

    @Test(
        arguments: [
            ("environments_datasets_list", ["environments", "datasets"], "list"),
            ("EnvironmentsDatasetsList", ["environments", "datasets"], "list"),
            ("datasets_list", ["environments"], "datasetsList"),
            ("datasets", ["datasets"], "datasets"),
            ("dataset_create", ["datasets"], "create"),
            ("event_logs_clear", ["event", "log"], "clear"),
            ("events_log_clear", ["event", "log"], "eventsLogClear"),
            ("environments_datasets_list", [], "environmentsDatasetsList"),
        ] as [(String, [String], String)])
    func leaveOutWhatTheGroupSays(name: String, prefix: [String], rest: String) {
        #expect(Words(splitting: name).dropping(prefix: prefix).lowerCamel == rest)
    }
}
