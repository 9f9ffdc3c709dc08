package io.crmsync.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Parses with the grammars of tree-sitter, which npm brings, in a process of Node. */
final class SyntaxTrees {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SyntaxTrees() {}

  /** Sources by name to trees by name; {@code grammar} is bicep or powershell. */
  static Map<String, Node> of(String grammar, Map<String, String> sources) {
    try {
      Process node =
          new ProcessBuilder("node", script().toString(), grammar)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      node.getOutputStream().write(JSON.writeValueAsBytes(sources));
      node.getOutputStream().close();
      byte[] trees = node.getInputStream().readAllBytes();
      return JSON.readValue(new String(trees, StandardCharsets.UTF_8), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("No tree of " + sources.keySet() + "; npm ci done?", e);
    }
  }

  private static Path script() {
    URL resource = Objects.requireNonNull(Node.class.getResource("/infra/syntax-tree.mjs"));
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(resource.toString(), e);
    }
  }
}
