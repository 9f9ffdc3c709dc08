package io.crmsync.adapters.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.crmsync.adapters.source.Credentials;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourcePage;
import io.crmsync.sync.port.SourceRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * Reads pages far larger than its memory, in a process of its own: a line each, what came of it.
 * The pages are made while they are sent.
 */
final class SmallHeap {
  private static final String HEAD = "\"kind\":\"Person\",\"status\":\"active\"";

  private SmallHeap() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", SmallHeap::answer);
    server.start();
    try {
      for (String page : arguments) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + page);
        System.out.println(page + ": " + read(base));
      }
    } finally {
      server.stop(0);
    }
  }

  private static String read(URI base) {
    try {
      SourcePage page =
          new HttpCrmFeed(base, Credentials.none(), Clock.systemUTC())
              .contacts("run", Optional.empty(), 5000);
      long bad = page.records().stream().filter(record -> record.contact().isEmpty()).count();
      String defect =
          page.records().stream()
              .map(SourceRecord::defect)
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("none");
      return page.records().size() + " records, " + bad + " bad: " + defect;
    } catch (CrmBroken e) {
      return "refused: " + e.what();
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
      write(out, "{\"items\":[");
      if (path.startsWith("/teams")) {
        records(out, 5000, 900, 0);
      } else if (path.startsWith("/picture")) {
        records(out, 2, 1, 10_000_000);
      } else if (path.startsWith("/oneTeam")) {
        records(out, 2, 1_000_000, 0);
      } else {
        records(out, 5000, 2000, 0);
      }
      write(out, "],\"last\":true}");
    } catch (IOException e) {
      exchange.close(); // the reader had enough
    }
  }

  private static void records(OutputStream out, int count, int team, int picture)
      throws IOException {
    for (int i = 0; i < count; i++) {
      write(out, (i == 0 ? "" : ",") + "{\"id\":\"c%06d\",".formatted(i));
      if (picture > 0) {
        write(out, "\"photo\":\"" + "x".repeat(picture) + "\",");
      }
      write(out, HEAD + ",\"coverageTeam\":[\"u0\"");
      for (int user = 1; user < (i == 0 || count > 2 ? team : 1); user++) {
        write(out, ",\"u" + user + "\"");
      }
      write(out, "]}");
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
