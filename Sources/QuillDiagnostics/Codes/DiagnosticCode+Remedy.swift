extension DiagnosticCode {
    /// How to mend it: a sentence or two, in the imperative.
    public var remedy: String {
        switch self {
        case .aliasWithProperties:
            "Put the anchor or the tag where the value is written out."
        case .ambiguousPath:
            "Make one path of them, or let them differ in a fixed part."
        case .assumedJSON:
            "Write `application/json`, or add `+json` to the media type, if that is so."
        case .badIndentation:
            "Indent what belongs together alike, with spaces."
        case .bodyAndForm:
            "Remove one, or make the fields part of the body's schema."
        case .booleanSchema:
            "Write `{}` or `not: {}`, or declare OpenAPI 3.1."
        case .clashingSchemes:
            "Make them alternatives, or say in one scheme what is sent; a client can send both as one `.authorization`."
        case .collectionNotAllowed:
            "Put it on a line of its own, indented, or write it in brackets."
        case .complexKey:
            "Use a text as the key."
        case .controlCharacter:
            "Remove it, or write it as an escape in a quoted string."
        case .defaultNotAllowed:
            "Add it to `enum`, or change it."
        case .discriminatorOf20:
            "Write `discriminator: { propertyName: … }`."
        case .documentTooLarge:
            "Split the document into files that refer to each other, or remove what is no part of the API."
        case .duplicateDirective, .duplicateProperty:
            "Keep one of them."
        case .duplicateKey:
            "Remove one of them, or merge their values."
        case .duplicateOperationID:
            "Give each its own."
        case .duplicateParameter, .repeatedItem:
            "Remove one."
        case .duplicateTag:
            "Remove one of the descriptions."
        case .dynamicReference:
            "Write a `$ref` to the schema that is meant."
        case .emptyContent:
            "State one, such as `application/json`."
        case .emptyDocument:
            "Give the file that holds the document."
        case .encodingByNameAndPosition, .querystringAndQuery:
            "Keep one kind."
        case .emptyEnum:
            "List the values, or leave it out."
        case .endlessChoice:
            "Remove the choice."
        case .endlessProperty:
            "Make it optional or nullable."
        case .examplesByName:
            "Write a list of values."
        case .exclusiveLimitOf30:
            "Write the limit itself: `exclusiveMinimum: 0`."
        case .failure:
            "The message has the reason of the system."
        case .fileByFormat:
            "Write `type: string` and `format: binary`, or `type: file` where Swagger allows it."
        case .foreignSecurityScheme:
            "Define the scheme in the root document."
        case .hostWithScheme:
            "Name the scheme in `schemes`."
        case .ignoredEncoding, .ignoredField, .ignoredParameter, .trailingContent:
            "Remove it."
        case .ignoredExample:
            "Correct the media type, or remove the example."
        case .ignoredHeader:
            "Remove it: `Content-Type` follows from the media type."
        case .ignoredSetting:
            "Write a `quill.json`, which counts instead, once Apple's generator is no longer run."
        case .ignoredSibling:
            "Move it to what is referred to, or wrap the reference in an `allOf`."
        case .ignoredTagParent:
            "Name tags by their path where groups should nest."
        case .ineffectiveName:
            "Move it to what it names; begin the name of a type with a capital, any other with a small letter."
        case .invalidDirective, .invalidTag:
            "Correct it or remove it; documents of OpenAPI need none."
        case .invalidEscape:
            "Double the backslash where it stands for itself, or use an escape that exists."
        case .invalidMerge:
            "Merge a mapping or a list of mappings."
        case .invalidName:
            "Use letters, digits and `_`, and begin with no digit."
        case .invalidNumber:
            "Write digits, with one point and one exponent at most, and no leading zeros."
        case .invalidPath:
            "Write a path relative to the configuration's folder."
        case .invalidUTF8:
            "Save it in UTF-8."
        case .itemsByPosition:
            "Write `prefixItems`, or one schema for all items."
        case .keyTooLong:
            "Shorten the key, or write it behind `? `."
        case .laterField:
            "Declare the later version, or leave the field out."
        case .linkWithoutTarget:
            "Give it an `operationId` or an `operationRef`."
        case .loneSurrogate:
            "Write both halves, or the character itself."
        case .malformedExpression:
            "Write it with expressions in braces: `{$request.body#/callbackUrl}`."
        case .malformedMethod:
            "Use a token such as `PURGE`."
        case .malformedTemplate:
            "Close each `{` with a `}` and put a name between them."
        case .misplacedMethod:
            "Use the field, such as `get`."
        case .misplacedReference:
            "Write the object itself there."
        case .misplacedRequired:
            "List the names in the `required` of the object that has the property."
        case .misplacedStyle:
            "Use a style that OpenAPI lists for the place, or leave it out."
        case .missingColon:
            "Put `: ` behind the key, or indent the line if it goes on with the one before."
        case .missingContent:
            "Describe it with `content`."
        case .missingDocumentStart:
            "Put `---` behind them, or remove them."
        case .missingField, .missingKey:
            "Add it."
        case .missingName:
            "Name it, or put the text in quotation marks if it is one."
        case .missingSchema:
            "Add one of them."
        case .multilineKey:
            "Write it on one line, or behind `? `."
        case .multipleDocuments:
            "Keep one in the file."
        case .nestingTooDeep:
            "Move inner schemas to `components` and refer to them."
        case .noMediaType:
            "State `consumes` and `produces`."
        case .noScheme:
            "State `schemes`."
        case .noSingleKey:
            "Ask about fewer operations, or use several keys."
        case .notEnforced:
            "Check it in the handler where it matters."
        case .notGenerated:
            "Nothing needs to be done unless that part is wanted."
        case .notOpenAPI:
            "Give the root document, which begins with `openapi: 3.1.0` or the like."
        case .nullField:
            "Leave it out."
        case .nullableIn31:
            "Write `type: [string, \"null\"]`."
        case .numberNotFinite:
            "Use a number, or quotation marks if it is a text."
        case .numberTooLarge:
            "Write it in decimal digits."
        case .optionalPathParameter:
            "Add `required: true`."
        case .outOfDate:
            "Run `quill generate` and commit what it writes."
        case .outOfRange:
            "Correct the number."
        case .output:
            "Choose another folder, or overwrite with `--force`."
        case .overriddenProperty:
            "State the property once."
        case .pathFragment:
            "Remove it; where paths differ in it alone, make one operation of them."
        case .pathWithoutSlash:
            "Put one there."
        case .quotedBoolean, .quotedNumber:
            "Leave the quotation marks out."
        case .rawBody, .rawPart:
            "Encode or decode it in your code."
        case .recursiveAlias:
            "Use a `$ref`: references may lead back."
        case .recursiveReference:
            "Write `$dynamicRef` or `$ref`."
        case .referenceBeyondID:
            "Remove the `$id`, or write the name of the file before the `#`."
        case .referenceCycle:
            "Break the circle; only through properties, items and alternatives may a schema contain itself."
        case .referenceOutsideFolder:
            "Move the file into that folder and refer to it by a relative path."
        case .remoteReference:
            "Copy the file next to the document and refer to it by a relative path."
        case .repeatedOperationID:
            "Give one an `operationId`."
        case .repeatedStatus, .schemaAndContent, .severalMediaTypes:
            "Keep one."
        case .reservedIndicator:
            "Put the text in quotation marks."
        case .schemaOf30:
            "Write the fields of the schema into the parameter."
        case .scopePatternTooLong:
            "Write several rules."
        case .severalBodies:
            "Make one body of them."
        case .severalTags:
            "Put first the tag that it should be grouped by."
        case .tabIndentation:
            "Indent with spaces."
        case .tagCycle:
            "Break the circle."
        case .tagMismatch:
            "Remove the tag, or write a value of that type."
        case .template:
            "Correct it; the message says what is wrong."
        case .takenName:
            "Choose another name."
        case .textEncoding:
            "Decode it in your code."
        case .textParameter:
            "Write the text in the form that the document describes."
        case .tooManyAliases:
            "Use `$ref`, or write out less."
        case .tooManyMediaTypes:
            "Shorten it."
        case .tooManyReferences:
            "Refer only where OpenAPI allows it."
        case .trailingComma:
            "Remove the comma."
        case .uncheckedLimits:
            "Remove them, or the `format`."
        case .unclosedBracket, .unclosedQuote:
            "Close it."
        case .undeclaredPathParameter:
            "Add a parameter `in: path` with that name, to the path or to the operation."
        case .undefinedAlias:
            "Define the anchor earlier, or correct the name; a text beginning with `*` needs quotation marks."
        case .undefinedScope:
            "Add it to the flow's `scopes`, or correct it."
        case .undefinedSecurityScheme:
            "Define it in `components.securitySchemes`, or correct the name."
        case .undefinedServerVariable:
            "Describe it in `variables`."
        case .undefinedTag:
            "Add it to `tags`, or correct the name."
        case .undefinedTagHandle:
            "Remove the tag; documents of OpenAPI need none."
        case .unfitDefault:
            "Write a value of the type."
        case .unexpectedCharacter:
            "The message says what was expected there."
        case .unexpectedContent:
            "The message says what was expected; often a text needs quotation marks."
        case .unexpectedDocumentMarker:
            "Indent it if it is text, or close what is open."
        case .unknownDialect:
            "Leave `jsonSchemaDialect` and `$schema` out."
        case .unknownField:
            "Correct the spelling, or begin it with `x-` if it is an extension."
        case .unknownKey:
            "Correct the spelling; the note names what is like it."
        case .unknownRequiredProperty:
            "Correct the name, or describe the property."
        case .unknownScheme:
            "Correct the name."
        case .unknownStatus:
            "Write `default`, a status such as `404`, or a range such as `4XX`."
        case .unknownTemplate:
            "Use the name of the template to replace."
        case .unknownValue:
            "Use one of those that the note lists."
        case .unquotedText:
            "Put it in quotation marks."
        case .unreachableChoice:
            "Add it to the discriminator's `mapping`."
        case .unreadableFile:
            "Check the path and the rights; the message has the system's reason."
        case .unreadablePattern:
            "Write it in another way, or check it in the handler."
        case .unresolvedReference:
            "Correct it; the note names what is spelled like it."
        case .unseparatedComment:
            "Put a space before the `#`, or the text in quotation marks."
        case .unsupported:
            "Describe it in another way, or leave it out with an overlay."
        case .unsupportedCollectionFormat:
            "Use one that Swagger lists for the place."
        case .unsupportedVersion:
            "State a version that the content follows: Swagger 2.0, or OpenAPI 3.0, 3.1 or 3.2."
        case .untyped:
            "Give it a `type`, or name its properties."
        case .unusedIgnore:
            "Remove the entry, or correct its rule, operation or place."
        case .unusedName:
            "Correct the name, or remove the line."
        case .unusedPathParameter:
            "Put it into the path in braces, or remove it."
        case .wrongKindOfReference:
            "Refer to something of the right kind."
        case .wrongType:
            "Write a value of the type that the message names."
        case .overlayWithoutEffect:
            "Correct the JSONPath, or remove the action if the document no longer needs it."
        case .invalidJSONPath:
            "Correct it; the note says at which character the fault is."
        case .failedPatch:
            "Correct its path, or bring it up to date with the document."
        case .unusedSelection:
            "Correct the name or the pattern, or remove it."
        case .emptySelection:
            "Select operations that exist; `quill inspect --endpoints` lists them."
        }
    }
}
