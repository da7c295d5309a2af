import QuillClientRuntime
import QuillRuntime

var configuration = ClientConfiguration.shop
configuration.transport = ClosureTransport { request in
    HTTPResponse(
        status: 200, fields: ["Content-Type": "application/json"],
        body: HTTPBody(Array(#"{"title":"\#(request.path)","price":2.5}"#.utf8)))
}
let client = ShopClient(configuration: configuration)
let article = try await client.articles.getArticle(id: "7")
print(article.title, article.price ?? 0)
