/// The vocabulary of the OpenAPI Specification: one type for each of its objects, whatever version a document is in.
///
/// Read by ``OpenAPIReader``; the types carry everything that a document says and decide nothing about it.
public enum OpenAPI {}
