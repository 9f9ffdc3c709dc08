package io.crmsync.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    assertThat(changing(SOURCE)).hasSize(6);
    assertThat(unasked(SOURCE)).isEmpty();
    assertThat(unasked(SOURCE.replace(", 'Remove-ManagementScope')", ", 'Remove-Scope')")))
        .containsExactly("Remove-ManagementScope");
    assertThat(unasked(SOURCE + "\nRemove-ManagementScope -Identity $Name\n"))
        .containsExactly("Remove-ManagementScope");
    String question = "$PSCmdlet.ShouldProcess($filter, 'New-ManagementScope')";
    assertThat(unasked(SOURCE.replace(question, "$true")))
        .containsExactly("New-ManagementScope");
  }

  @Test
  void thatAccessIsGoneIsNotSaidWhereItWasOnlyTried() {
    Predicate<Node> said =
        node -> node.is("command") && node.text().contains("has no access to mailboxes any more");
    assertThat(conditions(tree(SOURCE), said, List.of()))
        .singleElement()
        .satisfies(around -> assertThat(around).contains("-not $WhatIfPreference"));
  }

  @Test
  void consentInEntraIsLookedForBeforeAnythingIsGranted() {
    assertThat(SOURCE.lastIndexOf("Assert-NoConsentInEntra"))
        .isLessThan(SOURCE.lastIndexOf("Add-Pointer"))
        .isGreaterThan(SOURCE.indexOf("if ($Remove)"));
  }

  private static List<String> changing(String source) {
    return tree(source).all("command_name").map(Node::text).filter(ScriptsTest::changes).toList();
  }

  private static boolean changes(String command) {
    return command.matches(CHANGING);
  }

  /** Commands that change something outside an if that asks for just that. */
  private static List<String> unasked(String source) {
    Node tree = tree(source);
    return changing(source).stream()
        .distinct()
        .filter(
            command ->
                !conditions(
                        tree,
                        node -> node.is("command_name") && node.text().equals(command),
                        List.of())
                    .stream()
                    .allMatch(around -> around.stream().anyMatch(asksFor(command))))
        .toList();
  }

  private static Predicate<String> asksFor(String command) {
    return Pattern.compile(
            "\\$PSCmdlet\\.ShouldProcess\\([^()]*, '" + Pattern.quote(command) + "'\\)")
        .asPredicate();
  }

  /** For each node that is looked for: the conditions of the ifs around it. */
  private static List<List<String>> conditions(
      Node node, Predicate<Node> wanted, List<String> around) {
    List<List<String>> found = new ArrayList<>();
    if (wanted.test(node)) {
      found.add(around);
    }
    List<String> inside = around;
    for (Node child : node.children()) {
      boolean asks = node.is("if_statement") || node.is("elseif_clause");
      if (asks && child.is("pipeline")) {
        inside = new ArrayList<>(around);
        inside.add(child.text());
      }
      found.addAll(conditions(child, wanted, child.is("statement_block") ? inside : around));
    }
    return found;
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
