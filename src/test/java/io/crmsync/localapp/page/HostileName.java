package io.crmsync.localapp.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** What somebody may write into a name in the CRM to break whoever shows it. */
final class HostileName {
  static final String LONGEST = "W".repeat(300);

  static final List<String> ALL =
      List.of(
          "<script>document.title='taken'</script>",
          "<img src=x onerror=\"document.title='taken'\">",
          "\"><svg onload=alert(1)>",
          "</title></textarea></style><iframe src=//evil.example>",
          "javascript:alert(1)",
          "{{constructor.constructor('alert(1)')()}} ${alert(1)} {name}",
          "Right\u202Eto left, never ended",
          "Isolates \u2066\u2067\u2068, never ended",
          "O'Quote \"Double\" `Back` \\ %s &amp; &lt;b&gt;",
          LONGEST);

  private static final ObjectMapper JSON = new ObjectMapper();

  private HostileName() {}

  /** As last names of contacts h-0, h-1, … */
  static List<String> records(String user) {
    return IntStream.range(0, ALL.size()).mapToObj(at -> record(user, at)).toList();
  }

  private static String record(String user, int at) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", "h-" + at)
        .put("kind", "Person")
        .put("status", "active")
        .put("lastName", ALL.get(at))
        .put("position", ALL.get((at + 1) % ALL.size()))
        .put("email", "hostile" + at + "@names.example");
    json.putArray("coverageTeam").add(user);
    return json.toString();
  }
}
