package io.crmsync.localapp.page;

import java.util.List;
import java.util.stream.IntStream;

/** Generated contacts of one user, named by number words. */
final class ManyContacts {
  private static final List<String> TENS =
      List.of("Zero", "Ten", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty");

  private ManyContacts() {}

  /** In order of id. Every second is in the north. */
  static List<String> records(String user, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> record(user, number)).toList();
  }

  private static String record(String user, int number) {
    String region = number % 2 == 0 ? "north" : "south";
    return ("{\"id\":\"m-%1$05d\",\"kind\":\"Person\",\"status\":\"active\","
            + "\"firstName\":\"%2$s\",\"lastName\":\"Number %1$05d\","
            + "\"position\":\"Contact of the %3$s\",\"businessPhone\":\"+44 20 7946 %1$05d\","
            + "\"email\":\"number%1$05d@%3$s.example\",\"coverageTeam\":[\"%4$s\"]}")
        .formatted(number, TENS.get(number % TENS.size()), region, user);
  }
}
