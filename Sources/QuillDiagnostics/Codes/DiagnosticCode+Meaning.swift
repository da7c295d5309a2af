extension DiagnosticCode {
    /// What was found and what becomes of it: a sentence or two for somebody who sees the code for the first time.
    public var meaning: String {
        switch self {
        case .aliasWithProperties:
            "A YAML alias has an anchor or a tag of its own, which only what it stands for can have."
        case .ambiguousPath:
            "Two paths match the same requests, so no router can tell them apart."
        case .assumedJSON:
            "A media type does not say how it is written; its schema, or its name, is that of JSON, and it is read and written so."
        case .badIndentation:
            "A line of YAML stands at a column that fits nothing around it."
        case .bodyAndForm:
            "A Swagger operation has both a body and form fields, of which a request can have one only."
        case .booleanSchema:
            "A schema is `true` or `false` in a document of OpenAPI 3.0, which knows only objects; it is read as "
                + "3.1 would."
        case .clashingSchemes:
            "An operation asks for two security schemes at once whose credentials stand in the same place of a request."
        case .collectionNotAllowed:
            "A YAML list or mapping begins where only a single value can stand."
        case .complexKey:
            "A key of a YAML mapping is itself a list or a mapping; a document of JSON's kind has only texts as keys."
        case .controlCharacter:
            "The text has a control character where JSON and YAML allow none."
        case .defaultNotAllowed:
            "The default of a server variable is not among its values."
        case .discriminatorOf20:
            "A discriminator of OpenAPI 3 is written as the string of Swagger 2.0; the string is read as its "
                + "`propertyName`."
        case .documentTooLarge:
            "The file has more bytes than Quill reads."
        case .duplicateDirective:
            "A YAML directive such as `%YAML` is given twice."
        case .duplicateKey:
            "An object has the same key twice, so one of the values would be lost."
        case .duplicateOperationID:
            "Two operations have the same `operationId`."
        case .duplicateParameter:
            "Two parameters of one list have the same name and place."
        case .duplicateProperty:
            "A YAML value has two anchors or two tags."
        case .duplicateTag:
            "A tag is described twice."
        case .dynamicReference:
            "A `$dynamicRef` can mean several schemas, depending on where it is used; it is read as the message says."
        case .emptyContent:
            "A request body has no media type; it is ignored."
        case .emptyDocument:
            "The file holds nothing."
        case .encodingByNameAndPosition:
            "A media type has `encoding` together with `prefixEncoding` or `itemEncoding`, which exclude each other."
        case .emptyEnum:
            "An `enum` lists no value, which would allow none; it is ignored."
        case .endlessChoice:
            "A choice of a union is the union itself; it is left out."
        case .endlessProperty:
            "A required property leads back to the schema that it is in, so that no value could ever end; it is "
                + "optional in the output."
        case .examplesByName:
            "The `examples` of a schema are an object, where a list is expected; the names are ignored."
        case .exclusiveLimitOf30:
            "An exclusive limit is a boolean in a document of OpenAPI 3.1; it is read as 3.0 would."
        case .failure:
            "Something went wrong that no other code describes."
        case .fileByFormat:
            "A Swagger schema has the format `file`, which is a type; it is read as binary data."
        case .foreignSecurityScheme:
            "A security requirement in another file names a scheme that the root document does not have."
        case .hostWithScheme:
            "The `host` of a Swagger document has a scheme, which is ignored."
        case .ignoredEncoding:
            "`encoding` stands at a media type that is no form; it is ignored."
        case .ignoredExample:
            "An example of a response is for a media type that the response does not have; it is ignored."
        case .ignoredField:
            "A field says nothing in its place and is ignored."
        case .ignoredHeader:
            "A header that HTTP itself defines is described, of a response or of a part; the description is ignored."
        case .ignoredParameter:
            "A header parameter that other parts of the document decide is described, such as `Accept`; it is "
                + "ignored."
        case .ignoredSetting:
            "A setting in the configuration of Apple's generator has no effect on Quill, or another one."
        case .ignoredSibling:
            "A field stands beside a `$ref` where OpenAPI demands that it be ignored."
        case .ignoredTagParent:
            "Groups follow from the names of tags; the `parent` of a tag is ignored."
        case .ineffectiveName:
            "An `x-quill-name` stands where nothing in the output takes its name from it."
        case .invalidDirective:
            "A YAML directive is malformed."
        case .invalidEscape:
            "A quoted string has a backslash sequence that JSON or YAML does not know."
        case .invalidMerge:
            "The YAML merge key `<<` has a value that is no mapping."
        case .invalidName:
            "A name in the configuration, or one that an extension of the document chooses, cannot be one in Swift."
        case .invalidNumber:
            "A number is not written as JSON demands."
        case .invalidPath:
            "A value of the configuration is no path."
        case .invalidTag:
            "A YAML tag is malformed."
        case .invalidUTF8:
            "The file is not in UTF-8."
        case .itemsByPosition:
            "`items` is a list of schemas; it is read as `prefixItems`."
        case .keyTooLong:
            "A key on one line of YAML is longer than the 1024 characters that YAML allows."
        case .laterField:
            "A field is known only to later versions of OpenAPI than the document states; it is read as those would."
        case .linkWithoutTarget:
            "A link names no operation; it is ignored."
        case .loneSurrogate:
            "An escape such as `\\uD800` is half of a character."
        case .malformedExpression:
            "The address of a callback is no runtime expression, so it cannot be computed from the call."
        case .malformedMethod:
            "A key of `additionalOperations` is no method of HTTP."
        case .malformedTemplate:
            "The braces of a path or of a server's URL do not match, or stand where no parameters can be."
        case .misplacedMethod:
            "A key of `additionalOperations` is a method that has a field of its own."
        case .misplacedReference:
            "A reference stands where OpenAPI allows none; it is followed."
        case .misplacedRequired:
            "`required` of a schema is a boolean, where a list of property names is expected; it is ignored."
        case .misplacedStyle:
            "A parameter has a style that its place does not allow."
        case .missingColon:
            "A line among the keys of a YAML mapping has no colon."
        case .missingContent:
            "A parameter `in: querystring` has no `content`, which alone can describe it."
        case .missingDocumentStart:
            "YAML directives are not followed by `---`."
        case .missingField:
            "A field that OpenAPI demands is not there."
        case .missingKey:
            "A key that the configuration needs is not there."
        case .missingName:
            "A YAML anchor or alias has no name."
        case .missingSchema:
            "A parameter or header has neither `schema` nor `content`."
        case .multilineKey:
            "A key of YAML goes over several lines."
        case .multipleDocuments:
            "The file holds several YAML documents, of which none can be chosen."
        case .nestingTooDeep:
            "Values contain each other deeper than any real document needs; reading on could exhaust the stack."
        case .noMediaType:
            "A Swagger operation says nowhere in what media type its body or response is; `application/json` is "
                + "assumed."
        case .noScheme:
            "A Swagger document has a `host` and no `schemes`; `https` is assumed."
        case .noSingleKey:
            "No single key opens all the operations that were asked about."
        case .notEnforced:
            "A restriction of the document is not checked by the generated server; what it describes is right, "
                + "but wider."
        case .notGenerated:
            "A part of the document has no counterpart in the output; nothing else is affected."
        case .notOpenAPI:
            "The file is no OpenAPI document: it states no version, or is no object."
        case .nullField:
            "A field is null, where it could only be left out; it is ignored."
        case .nullableIn31:
            "`nullable` stands in a document of OpenAPI 3.1, which has it no more; it is read as 3.0 would."
        case .numberNotFinite:
            "A number is infinite or not a number, which JSON cannot say."
        case .numberTooLarge:
            "A whole number of YAML's other notations is too large to convert."
        case .optionalPathParameter:
            "A path parameter does not say `required: true`; it is read so."
        case .outOfDate:
            "The output is not what the document gives."
        case .outOfRange:
            "A limit is negative, or no whole number where one is needed."
        case .output:
            "A file of the output cannot be written, or is not Quill's."
        case .overriddenProperty:
            "Parts of an `allOf` state different types for one property; what the message names counts."
        case .pathFragment:
            "A path has a fragment, which no request sends; it is left out."
        case .pathWithoutSlash:
            "A path does not begin with a slash; one is put before it."
        case .querystringAndQuery:
            "An operation has a parameter that is the whole query and others that are parts of it."
        case .quotedBoolean:
            "A boolean is written in quotation marks; it is read as the boolean."
        case .quotedNumber:
            "A number is written in quotation marks; it is read as the number."
        case .rawBody:
            "A body is XML, or of another form that nothing here writes or reads; it is passed as bytes."
        case .rawPart:
            "A part of a multipart body has a media type that nothing here writes, or a header field of its own, or is a "
                + "file or a value; it is passed as a file, whose content and media type are free."
        case .recursiveAlias:
            "A YAML alias stands inside what it stands for, which would never end."
        case .recursiveReference:
            "`$recursiveRef` is of an earlier JSON Schema; it is ignored or read as its successor, as the "
                + "message says."
        case .referenceBeyondID:
            "A reference leads nowhere in the schema with an `$id` that it stands in, which it is relative to; it is "
                + "followed in the whole file."
        case .referenceCycle:
            "A reference leads back to itself, or a schema consists of itself: it would say nothing."
        case .referenceOutsideFolder:
            "A reference leads out of the folder of the root document."
        case .remoteReference:
            "A reference leads to another host, which is never asked."
        case .repeatedItem:
            "An item stands twice in a list where once is enough."
        case .repeatedOperationID:
            "Two operations would get one name of their method and path."
        case .repeatedStatus:
            "A status has two responses."
        case .reservedIndicator:
            "A plain YAML text begins with a character that YAML reserves."
        case .schemaAndContent:
            "A parameter has both `schema` and `content`, which exclude each other."
        case .schemaOf30:
            "A Swagger parameter has a `schema` as in OpenAPI 3; it is read so."
        case .scopePatternTooLong:
            "A pattern of scopes in the configuration has too many names in braces."
        case .severalBodies:
            "A Swagger operation has several parameters `in: body`."
        case .severalMediaTypes:
            "A parameter has several media types, of which the first counts."
        case .severalTags:
            "An operation has several tags; it is grouped by the first."
        case .tabIndentation:
            "A line of YAML is indented with a tab."
        case .tagCycle:
            "A tag is a part of itself by its `parent`."
        case .tagMismatch:
            "A YAML value is not of the type that its tag states."
        case .template:
            "A template is no Mustache, or asks for a value that does not exist."
        case .takenName:
            "A name that an extension of the document chooses is that of something else; another one is made instead."
        case .textEncoding:
            "A `contentEncoding` is not undone: the encoded text is passed as it is."
        case .textParameter:
            "A parameter or header has a media type other than JSON; it is passed as text."
        case .tooManyAliases:
            "The YAML aliases of the file stand for far more values than the file has."
        case .tooManyMediaTypes:
            "A list of media types is longer than any real one."
        case .tooManyReferences:
            "References stand in so many places where none is allowed that reading would not end in reasonable time."
        case .trailingComma:
            "A comma stands before a closing bracket, which JSON does not allow."
        case .trailingContent:
            "More text follows behind the one value of the file."
        case .uncheckedLimits:
            "Lengths and patterns of a parameter that becomes another type than text, such as a date, are not checked."
        case .unclosedBracket:
            "A bracket is opened and not closed."
        case .unclosedQuote:
            "A quotation mark is opened and not closed."
        case .undeclaredPathParameter:
            "A name in braces in a path has no parameter that describes it."
        case .undefinedAlias:
            "A YAML alias names an anchor that does not stand before it."
        case .undefinedScope:
            "A requirement names a scope that no flow of its scheme has."
        case .undefinedSecurityScheme:
            "A requirement names a security scheme that the document does not define."
        case .undefinedServerVariable:
            "A name in braces in a server's URL is not among the server's variables."
        case .undefinedTag:
            "The `parent` of a tag does not exist."
        case .undefinedTagHandle:
            "A YAML tag uses a handle that no `%TAG` directive defines."
        case .unfitDefault:
            "The default of a parameter is no value of its type; it is ignored."
        case .unexpectedCharacter:
            "A character stands where JSON allows other ones only."
        case .unexpectedContent:
            "Text stands where YAML expects a line end or a separator."
        case .unexpectedDocumentMarker:
            "`---` or `...` stands inside a quoted string or brackets of YAML."
        case .unknownDialect:
            "The JSON Schema dialect is not known; schemas are read as JSON Schema 2020-12."
        case .unknownField:
            "A field is none that OpenAPI knows in its place; it is ignored."
        case .unknownKey:
            "The configuration has a key that Quill does not know."
        case .unknownRequiredProperty:
            "`required` names something that is no property; a validating reader demands it all the same."
        case .unknownScheme:
            "The configuration speaks of a security scheme that the document does not have."
        case .unknownStatus:
            "A key of `responses` is no status."
        case .unknownTemplate:
            "A file in the templates' folder has a name that none of Quill's templates has."
        case .unknownValue:
            "A field has a value that is not among those that it can have."
        case .unquotedText:
            "A text is written as a number or a boolean; it is read as text."
        case .unreachableChoice:
            "No value of the discriminator means a choice, which can therefore never be chosen."
        case .unreadableFile:
            "A file cannot be opened, or is no regular file."
        case .unreadablePattern:
            "A `pattern` is no regular expression of ECMA 262, or one that takes more than a single pass to match: it "
                + "looks behind, or refers back to a group. Every text meets it."
        case .unresolvedReference:
            "A reference leads nowhere: the file does not have what its pointer or anchor names."
        case .unseparatedComment:
            "A YAML comment follows a value without a space."
        case .unsupported:
            "A construct cannot be left out without changing what the API is, and is not supported yet."
        case .unsupportedCollectionFormat:
            "A Swagger list has a `collectionFormat` that its place does not allow."
        case .unsupportedVersion:
            "The version of YAML, Swagger or OpenAPI that the document states is none that Quill reads."
        case .untyped:
            "A schema has no Swift type of its own; its values are any JSON."
        case .unusedIgnore:
            "`quill diff` was told to pass over a change that the documents do not have."
        case .unusedName:
            "The configuration names something that the document does not have."
        case .unusedPathParameter:
            "A parameter `in: path` does not occur in the path; it is left out."
        case .wrongKindOfReference:
            "A reference leads to something of another kind than its place needs, such as a response for a schema."
        case .wrongType:
            "A value is of another type than its field."
        case .overlayWithoutEffect:
            "The target of an overlay's action matches nothing in the document, so that the action changes "
                + "nothing."
        case .invalidJSONPath:
            "The `target` or the `copy` of an overlay's action is no JSONPath (RFC 9535)."
        case .failedPatch:
            "An action of an overlay or an operation of a JSON Patch cannot be done on this document."
        case .unusedSelection:
            "The configuration or an option selects operations by something that no operation has."
        case .emptySelection:
            "Of all operations of the document none is selected."
        }
    }
}
