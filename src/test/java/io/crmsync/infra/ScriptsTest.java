package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The PowerShell script can be tried on a tenant only; here it is parsed, and read for what it
 * calls.
 */
class ScriptsTest {
  private static final String SCRIPT = "scripts/Grant-MailboxAccess.ps1";
  private static final String SOURCE = BicepFolder.asItIs().texts().getOrDefault(SCRIPT, "");

  /** Whatever changes something in Exchange. */
  private static final String CHANGING = "(New|Remove|Set|Add)-(ServicePrincipal|Management\\w+)";

  @Test
  void itParses() {
    assertThat(problems(SOURCE)).isEmpty();
    assertThat(problems(SOURCE.replaceFirst("else \\{", "else "))).isNotEmpty();
  }

  @Test
  void itAssignsTheOneRole() {
    assertThat(tree(SOURCE).all("string_literal").map(Node::text))
        .contains("'Application Contacts.ReadWrite'");
    assertThat(SOURCE).doesNotContain("full_access_as_app").doesNotContain("Mail.");
  }

  /** So that -WhatIf changes nothing. */
  @Test
  void whateverChangesSomethingIsAskedForFirst() {
    Set<String> called = commands(SOURCE);
    called.removeIf(command -> !command.matches(CHANGING));

    assertThat(called).isNotEmpty().allMatch(command -> SOURCE.contains(", '" + command + "')"));
    assertThat(called).hasSize(6);
  }

  @Test
  void consentInEntraIsLookedForBeforeAnythingIsGranted() {
    assertThat(SOURCE.lastIndexOf("Assert-NoConsentInEntra"))
        .isLessThan(SOURCE.lastIndexOf("Add-Pointer"))
        .isGreaterThan(SOURCE.indexOf("if ($Remove)"));
  }

  private static Set<String> commands(String source) {
    Set<String> commands = new TreeSet<>();
    tree(source).all("command_name").forEach(command -> commands.add(command.text()));
    return commands;
  }

  private static List<String> problems(String source) {
    return tree(source)
        .all()
        .filter(node -> node.is("ERROR") || node.is("MISSING"))
        .map(node -> node.line() + " " + node.text())
        .toList();
  }

  private static Node tree(String source) {
    Node tree = SyntaxTrees.POWERSHELL.of(Map.of(SCRIPT, source)).get(SCRIPT);
    return Objects.requireNonNull(tree);
  }
}
