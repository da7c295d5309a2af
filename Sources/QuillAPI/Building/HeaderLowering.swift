import QuillOpenAPI

/// The headers of responses.
extension EndpointLowering {
    mutating func noteHeaders(of response: OpenAPI.Response) {
        for header in response.headers {
            // OpenAPI 3.1 §4.8.17.1: the media type says it.
            if header.key.lowercased() == "content-type" {
                faults.warning(.ignoredHeader, "the header `\(header.key)` is ignored", at: header.keyLocation)
            } else {
                faults.warning(
                    .untypedHeaders,
                    "`headers` of a response, here and elsewhere: they have no types yet; a client reads them as text",
                    at: header.keyLocation)
            }
        }
    }
}
