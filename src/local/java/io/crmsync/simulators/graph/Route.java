package io.crmsync.simulators.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a user's mailbox a request goes; ids that the address does not have are empty texts. */
record Route(String user, Resource resource, String folderId, String contactId) {

  /** The kinds of addresses below a user. */
  enum Resource {
    FOLDERS,
    FOLDER,
    CHILD_FOLDERS,
    CONTACTS,
    CONTACT,
    PERMANENT_DELETE,
    MAIL,
    UNKNOWN
  }

  private static final Pattern QUOTED_USER = Pattern.compile("users\\('(.+)'\\)");

  static Route of(List<String> path) {
    if (path.size() < 3 || !path.get(0).equals("v1.0")) {
      return NOWHERE;
    }
    Matcher quoted = QUOTED_USER.matcher(path.get(1));
    if (quoted.matches()) {
      return below(quoted.group(1).replace("''", "'"), path.subList(2, path.size()));
    }
    // Behind a slash, what begins with a dollar sign is a word of OData's own.
    boolean named = path.get(1).equals("users") && !path.get(2).startsWith("$");
    return named && path.size() > 3 ? below(path.get(2), path.subList(3, path.size())) : NOWHERE;
  }

  private static final Route NOWHERE = new Route("", Resource.UNKNOWN, "", "");

  /** {@code contactFolders/a/childFolders/b/…} is just {@code contactFolders/b/…}. */
  private static List<String> withoutAncestors(List<String> rest) {
    boolean nested = rest.size() > 3 && rest.get(2).equals("childFolders");
    return nested ? withoutAncestors(asFolder(rest.subList(3, rest.size()))) : rest;
  }

  private static List<String> asFolder(List<String> idAndMore) {
    List<String> path = new ArrayList<>(idAndMore);
    path.add(0, "contactFolders");
    return path;
  }

  private static Route below(String user, List<String> path) {
    List<String> rest = withoutAncestors(path);
    return switch (rest.get(0)) {
      case "contactFolders" -> inFolders(user, rest.subList(1, rest.size()));
      case "contacts" -> inContacts(user, "", rest.subList(1, rest.size()));
      case "mailFolders", "messages" -> new Route(user, Resource.MAIL, "", "");
      default -> new Route(user, Resource.UNKNOWN, "", "");
    };
  }

  private static Route inFolders(String user, List<String> rest) {
    if (rest.isEmpty()) {
      return new Route(user, Resource.FOLDERS, "", "");
    }
    String folderId = rest.get(0);
    if (rest.size() == 1) {
      return new Route(user, Resource.FOLDER, folderId, "");
    }
    return switch (rest.get(1)) {
      case "contacts" -> inContacts(user, folderId, rest.subList(2, rest.size()));
      case "childFolders" -> new Route(user, Resource.CHILD_FOLDERS, folderId, "");
      default -> new Route(user, Resource.UNKNOWN, folderId, "");
    };
  }

  private static Route inContacts(String user, String folderId, List<String> rest) {
    if (rest.isEmpty()) {
      return new Route(user, Resource.CONTACTS, folderId, "");
    }
    if (rest.size() == 1) {
      return new Route(user, Resource.CONTACT, folderId, rest.get(0));
    }
    boolean deletion = rest.size() == 2 && rest.get(1).equals("permanentDelete");
    return new Route(
        user, deletion ? Resource.PERMANENT_DELETE : Resource.UNKNOWN, folderId, rest.get(0));
  }

  RequestKind kind(Call call) {
    return switch (resource) {
      case FOLDERS, CHILD_FOLDERS ->
          chosen(call, RequestKind.LIST_FOLDERS, RequestKind.CREATE_FOLDER);
      case FOLDER -> chosen(call, RequestKind.GET_FOLDER, RequestKind.OTHER);
      case CONTACTS -> chosen(call, reading(call), RequestKind.CREATE_CONTACT);
      case CONTACT -> onContact(call.method());
      case PERMANENT_DELETE -> RequestKind.PERMANENT_DELETE;
      case MAIL, UNKNOWN -> RequestKind.OTHER;
    };
  }

  private static RequestKind chosen(Call call, RequestKind get, RequestKind post) {
    return switch (call.method()) {
      case "GET" -> get;
      case "POST" -> post;
      default -> RequestKind.OTHER;
    };
  }

  private static RequestKind reading(Call call) {
    return call.query().containsKey("$filter")
        ? RequestKind.FIND_CONTACTS
        : RequestKind.LIST_CONTACTS;
  }

  private static RequestKind onContact(String method) {
    return switch (method) {
      case "GET" -> RequestKind.GET_CONTACT;
      case "PATCH" -> RequestKind.UPDATE_CONTACT;
      case "DELETE" -> RequestKind.DELETE_CONTACT;
      default -> RequestKind.OTHER;
    };
  }
}
