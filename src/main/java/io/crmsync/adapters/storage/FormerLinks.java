package io.crmsync.adapters.storage;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.outlook.OutlookId;
import io.crmsync.domain.pair.Link;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links into earlier mailboxes in one property: their bases are of no use any more. */
final class FormerLinks {
  private FormerLinks() {}

  /** As {@code epoch origin since id}, several divided by a new line. */
  static String write(List<Link> links) {
    return links.stream()
        .map(
            link ->
                String.join(
                    " ",
                    Integer.toString(link.mailboxEpoch()),
                    StoredCodes.ORIGIN.of(link.origin()),
                    link.since().toString(),
                    link.outlookId().value()))
        .collect(Collectors.joining("\n"));
  }

  static List<Link> read(String text) {
    return Stream.of(text.split("\n"))
        .filter(line -> !line.isEmpty())
        .map(line -> line.split(" ", 4))
        .map(
            part ->
                new Link(
                    new OutlookId(part[3]),
                    StoredCodes.ORIGIN.stored(part[1]),
                    Base.NONE,
                    Integer.parseInt(part[0]),
                    Instant.parse(part[2])))
        .toList();
  }
}
