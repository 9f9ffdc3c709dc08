package io.crmsync.adapters.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crmsync.domain.audience.CrmUser;
import io.crmsync.domain.audience.Directory;
import io.crmsync.domain.audience.MailboxAddress;
import io.crmsync.domain.contact.Text;
import io.crmsync.domain.contact.UserId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has a contact. Where a file has a column for it: the users that it names by their ids or
 * mailboxes, none where nothing stands there. Where it has none: every active user.
 */
final class Coverage {
  private static final String TEAM = "coverageTeam";
  private static final String SEPARATORS = "[;,]";

  private final Directory directory;
  private final Set<String> ids;
  private final ArrayNode everyone = JsonNodeFactory.instance.arrayNode();

  Coverage(Directory directory) {
    this.directory = directory;
    this.ids =
        directory.users().keySet().stream()
            .map(UserId::value)
            .collect(Collectors.toUnmodifiableSet());
    directory.users().values().stream()
        .filter(CrmUser::active)
        .map(CrmUser::id)
        .sorted(Comparator.naturalOrder())
        .forEach(id -> everyone.add(id.value()));
  }

  /**
   * Writes into a record in the feed's shape who has it.
   *
   * @param named whether its file has a column that says so
   */
  void put(ObjectNode contact, boolean named) {
    contact.set(TEAM, named ? team(contact.path(TEAM)) : everyone);
  }

  private ArrayNode team(JsonNode named) {
    ArrayNode team = JsonNodeFactory.instance.arrayNode();
    texts(named)
        .flatMap(text -> Stream.of(text.split(SEPARATORS, -1)))
        .map(Text::normal)
        .filter(text -> !text.isEmpty())
        .flatMap(this::users)
        .distinct()
        .forEach(team::add);
    return team;
  }

  private static Stream<String> texts(JsonNode named) {
    return named.isArray()
        ? named.valueStream().map(JsonNode::asText)
        : Stream.of(named.asText(""));
  }

  /**
   * A mailbox that no active user has is nobody's (R3). What is neither is left: it makes the
   * record a bad one, where it is no id.
   */
  private Stream<String> users(String text) {
    Optional<MailboxAddress> mailbox =
        ids.contains(text) ? Optional.empty() : MailboxAddress.of(text);
    return mailbox
        .map(address -> directory.naming(address).stream().map(UserId::value))
        .orElseGet(() -> Stream.of(text));
  }
}
