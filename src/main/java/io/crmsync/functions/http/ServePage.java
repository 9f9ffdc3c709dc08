package io.crmsync.functions.http;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.crmsync.functions.web.WebAnswer;
import io.crmsync.functions.web.WebFiles;
import io.crmsync.functions.wire.Headers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /page/…}: the page "My contacts in Outlook", to anyone, because its files hold no
 * data: what it shows it asks of the API, where its user must have signed in.
 */
public final class ServePage {
  private final Supplier<WebFiles> files;

  public ServePage(Supplier<WebFiles> files) {
    this.files = files;
  }

  /** The path is taken from the address: without a {@code file} its binding would be an error. */
  @FunctionName("Page")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "page/{*file}")
          HttpRequestMessage<Optional<String>> request) {
    Headers sent = Headers.of(request);
    return files
        .get()
        .at(request.getUri().getRawPath())
        .map(file -> file.to(sent.one("Accept-Encoding"), sent.one("If-None-Match")))
        .map(file -> send(request, file))
        .orElseGet(() -> Answer.of(Problem.of(404, "There is no such page.")).to(request));
  }

  /** Bytes go through the worker as they are. A body must be there even if it is empty. */
  private static HttpResponseMessage send(HttpRequestMessage<?> request, WebAnswer file) {
    HttpResponseMessage.Builder response = request.createResponseBuilder(file::status);
    BrowserHeaders.ofPage().forEach(response::header);
    file.headers().forEach(response::header);
    return response.body(file.body()).build();
  }
}
