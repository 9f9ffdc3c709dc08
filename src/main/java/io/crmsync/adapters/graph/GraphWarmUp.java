package io.crmsync.adapters.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.crmsync.domain.contact.ContactId;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.FolderId;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.patch.ContactPatch;
import io.crmsync.domain.removal.Removal;
import io.crmsync.sync.port.Mailbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Goes once through the requests of a contact's life, all but the network: the classes of Graph's
 * client, which are many, are loaded then. Every answer is our own, and nobody is asked.
 */
public final class GraphWarmUp {
  private static final GraphAddress NOWHERE =
      new GraphAddress(URI.create("http://127.0.0.1:1/v1.0"));
  private static final ContactId CONTACT = new ContactId("c");
  private static final String EMAIL = "nobody@example.org";
  private static final String ITEM =
      "\"id\":\"i\",\"parentFolderId\":\"f\",\"displayName\":\"n\",\"mobilePhone\":null,"
          + "\"createdDateTime\":\"2026-01-01T00:00:00Z\",\"categories\":[],\"businessPhones\":[],"
          + "\"emailAddresses\":[{\"name\":\"n\",\"address\":\""
          + EMAIL
          + "\"}],\"businessAddress\":{\"city\":\"n\"}";

  /** An item and a page of one: whoever reads it takes what it knows. */
  private static final String ANSWER = "{" + ITEM + ",\"value\":[{" + ITEM + "}]}";

  private GraphWarmUp() {}

  /** Plays it through; what went wrong is thrown. */
  public static void play() {
    play(NOWHERE, new GraphRequests());
  }

  static void play(GraphAddress address, GraphRequests requests) {
    GraphServiceClient graph = GraphHttp.rehearsing(address, GraphWarmUp::answer);
    Mailbox mailbox =
        new GraphMailbox(
            new GraphCalls(requests), graph.users().byUserId(EMAIL), new AtomicBoolean());
    FolderId folder = mailbox.createFolder("n");
    mailbox.foldersBeside();
    mailbox.find(folder, CONTACT, EMAIL);
    OutlookId id = mailbox.create(folder, content()).id();
    mailbox.read(id);
    mailbox.update(id, content());
    mailbox.remove(id, Removal.SOFT);
  }

  private static ContactPatch content() {
    return new ContactPatch(
        Map.of(Field.FULL_NAME, "n"),
        Map.of(ListSlot.EMAILS, List.of(EMAIL)),
        Map.of(),
        Optional.of(CONTACT),
        Optional.empty());
  }

  private static Response answer(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(ANSWER, MediaType.get("application/json")))
        .build();
  }
}
