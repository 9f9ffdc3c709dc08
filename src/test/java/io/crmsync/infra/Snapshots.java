package io.crmsync.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a deployment would ask Azure for, committed below infra/snapshots: of main.bicep for each
 * {@link Installation}, of entra.bicep, and the parameters of main.bicep as they are compiled.
 */
public final class Snapshots {
  static final String ENTRA = "entra.json";
  static final String PARAMETERS = "parameters.json";
  static final String CHECKSUM = "sources.sha256";

  /** Where they are. */
  static final Path FOLDER = Path.of("infra/snapshots");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final TypeReference<Map<String, JsonNode>> NAMED = new TypeReference<>() {};
  private static final Path INFRA = Path.of("infra");

  /** What a snapshot is made for: invented, the same every time. */
  private static final String[] WHERE = {
    "--subscription-id", "00000000-0000-0000-0000-000000000001",
    "--tenant-id", "00000000-0000-0000-0000-000000000002",
    "--location", "westeurope",
    "--deployment-name", "crm-outlook-sync",
    "--mode", "overwrite"
  };

  private static final String ENTRA_VALUES =
      """
      using './entra.bicep'

      param functionAppName = 'func-sample'
      param identityName = 'id-sample'
      param crmClientId = '00000000-0000-0000-0000-0000000000c1'
      param otherClientIds = ['00000000-0000-0000-0000-0000000000c2']
      param adminPrincipalIds = ['00000000-0000-0000-0000-0000000000a1']
      """;

  private Snapshots() {}

  /** A committed one. */
  static JsonNode committed(String file) {
    try {
      return JSON.readTree(FOLDER.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The parameters of main.bicep by name: type, defaultValue, allowedValues, minValue, maxValue.
   */
  public static JsonNode parameters() {
    return committed(PARAMETERS);
  }

  /** All of them, made anew by Bicep, by file. */
  static Map<String, String> made() {
    Map<String, String> made = new TreeMap<>();
    try (WorkingCopy copy = WorkingCopy.ofInfra().withGraphTypes()) {
      for (Installation installation : Installation.values()) {
        copy.bicep(installation.variables(), arguments("main.bicepparam")).clean();
        made.put(installation.file(), plain(copy.read("main.snapshot.json")));
      }
      copy.write("entra.bicepparam", ENTRA_VALUES);
      copy.bicep(Map.of(), arguments("entra.bicepparam", "--resource-group", "contacts")).clean();
      made.put(ENTRA, plain(copy.read("entra.snapshot.json")));
    }
    JsonNode parameters = ParameterFile.withDefaults().template().path("parameters");
    made.put(PARAMETERS, text(parameters));
    made.put(CHECKSUM, checksum() + "\n");
    return made;
  }

  /** Over all that a snapshot is made of; the same on every machine, whatever ends its lines. */
  static String checksum() {
    try (Stream<Path> files = Files.walk(INFRA)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Snapshots::isSource).sorted().toList()) {
        digest.update(INFRA.relativize(file).toString().replace('\\', '/').getBytes(UTF_8));
        digest.update(Files.readString(file).replace("\r", "").getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSource(Path file) {
    return Files.isRegularFile(file)
        && !file.startsWith(FOLDER)
        && file.toString().matches(".*\\.(bicep|bicepparam|json|kql)");
  }

  private static String[] arguments(String file, String... more) {
    return Stream.of(Stream.of("snapshot", file), Stream.of(WHERE), Stream.of(more))
        .flatMap(some -> some)
        .toArray(String[]::new);
  }

  /**
   * Without the workbook's own JSON, which is one long line and has a test of its own; and with the
   * outputs in order, which Bicep gives in any.
   */
  private static String plain(String snapshot) {
    try {
      ObjectNode root = (ObjectNode) JSON.readTree(snapshot);
      ObjectNode outputs = root.putObject("outputs");
      new TreeMap<>(JSON.convertValue(JSON.readTree(snapshot).path("outputs"), NAMED))
          .forEach(outputs::set);
      new Deployment(root)
          .resources("Microsoft.Insights/workbooks")
          .forEach(book -> ((ObjectNode) book.path("properties")).put("serializedData", "…"));
      return text(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node).replace("\r", "") + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
