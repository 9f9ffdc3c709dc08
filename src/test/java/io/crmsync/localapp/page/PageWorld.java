package io.crmsync.localapp.page;

import io.crmsync.localapp.RunningApp;
import io.crmsync.localapp.files.BuildFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One local run for all tests of the page: the sample; {@value #MANY} more contacts for one user;
 * and for another some that try to break it. New contacts wait for their user (SYNC_NEW), and every
 * removal is held. A run has ended. Each test has users or contacts of its own.
 */
final class PageWorld {
  /** The pictures are of her page. */
  static final String ANNA = "anna.keller@example.com";

  /** He selects and synchronises. */
  static final String BEN = "Ben.Carter@example.com";

  /** Her calls fail. */
  static final String CHLOE = "chloe.martin@example.com";

  /** He works by keyboard. */
  static final String DENIZ = "deniz.yilmaz@example.com";

  /** Her mailbox is full. */
  static final String ELENA = "elena.petrova@example.com";

  /** He right-clicks. */
  static final String FARID = "farid.hassan@example.org";

  /** His contacts have the names that are hostile. */
  static final String HIROSHI = "hiroshi.tanaka@example.org";

  /** She has {@value #MANY} contacts, and none of the sample. */
  static final String INES = "ines.silva@example.org";

  static final int MANY = 2_000;

  private static final Path SAMPLE = Path.of("src", "local", "resources", "sample");
  private static final Path DATA = BuildFolder.of("browser").resolve("data");

  private PageWorld() {}

  static RunningApp app() {
    return Holder.APP;
  }

  private static final class Holder {
    static final RunningApp APP = begin();
  }

  private static RunningApp begin() {
    Properties options = new Properties();
    options.setProperty("crm.data", data().toString());
    options.setProperty("settings", "SYNC_NEW=onRequest,SYNC_REMOVAL_LIMIT=0");
    RunningApp app = RunningApp.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "page-world-stop"));
    app.run();
    return app;
  }

  /** The contacts that the CRM has at the beginning, a line of JSON each, in order of id. */
  static List<String> records() {
    try {
      return Files.readAllLines(DATA.resolve("contacts.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path data() {
    try {
      Files.createDirectories(DATA);
      for (String name : List.of("users.jsonl", "groups.jsonl")) {
        Files.write(DATA.resolve(name), Files.readAllBytes(SAMPLE.resolve(name)));
      }
      List<String> contacts = new ArrayList<>(Files.readAllLines(SAMPLE.resolve("contacts.jsonl")));
      contacts.addAll(HostileName.records("u-08"));
      contacts.addAll(ManyContacts.records("u-09", MANY));
      contacts.sort(PageWorld::byId);
      Files.write(DATA.resolve("contacts.jsonl"), contacts);
      return DATA;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the feed wants it: by the ids' code points, which in the sample are the characters. */
  private static int byId(String one, String other) {
    return id(one).compareTo(id(other));
  }

  /** Of a record, whose line begins with it. */
  static String id(String record) {
    int begin = "{\"id\":\"".length();
    return record.substring(begin, record.indexOf('"', begin));
  }
}
