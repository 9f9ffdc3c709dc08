package io.crmsync.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Parses with a grammar of tree-sitter, which npm brings, in a process of Node that ends with this
 * one: it reads what we write.
 */
enum SyntaxTrees {
  BICEP("bicep"),
  POWERSHELL("powershell");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter sources;
  private final BufferedReader trees;

  SyntaxTrees(String grammar) {
    try {
      Process node =
          new ProcessBuilder("node", script().toString(), grammar)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      this.sources = node.outputWriter(StandardCharsets.UTF_8);
      this.trees = node.inputReader(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sources by name to trees by name. */
  synchronized Map<String, Node> of(Map<String, String> byName) {
    try {
      sources.write(JSON.writeValueAsString(byName));
      sources.newLine();
      sources.flush();
      String line = trees.readLine();
      if (line == null) {
        throw new IllegalStateException("The parser ended. Run `npm ci --ignore-scripts`.");
      }
      return JSON.readValue(line, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
