package io.crmsync.localapp.host;

import java.util.List;
import java.util.stream.Collectors;

/** The page where one chooses who to be; it stands in for Microsoft Entra's. */
final class SignInPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Sign in to the local run</title>
      <h1>Sign in to the local run</h1>
      <p>In Azure, Microsoft Entra asks here for name and password.</p>
      <form method="post" action="%s">
        <input type="hidden" name="target" value="%s">
        <p><label>Who are you? <select name="user">
      %s
        </select></label>
        <p><label><input type="checkbox" name="admin" value="yes"> with the role Sync.Admin</label>
        <p><button>Sign in</button>
      </form>
      </html>
      """;

  private SignInPage() {}

  static String of(List<String> people, String action, String target) {
    String options =
        people.stream()
            .map(SignInPage::escaped)
            .map(name -> "    <option>" + name + "</option>")
            .collect(Collectors.joining("\n"));
    return PAGE.formatted(action, escaped(target), options);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
