package io.crmsync.simulators.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for contact folders. */
final class FolderRequests {
  private static final Pattern BY_NAME =
      Pattern.compile("\\s*displayName\\s+eq\\s+'((?:[^']++|'')*+)'\\s*");

  private FolderRequests() {}

  /** Folders below the mailbox's root: all but the default folder. */
  static Reply topLevel(Work work) {
    return below(work, work.mailbox().rootId());
  }

  static Reply children(Work work) {
    return below(work, work.folder().id());
  }

  static Reply one(Work work) {
    return switch (work.call().method()) {
      case "GET" ->
          Reply.json(200, FolderJson.render(work.folder(), QueryOptions.of(work.call()).select()));
      case "PATCH" -> rename(work);
      case "DELETE" -> delete(work);
      default -> throw GraphError.notAllowed();
    };
  }

  private static Reply below(Work work, String parentId) {
    return switch (work.call().method()) {
      case "GET" -> list(work, parentId);
      case "POST" -> create(work, parentId);
      default -> throw GraphError.notAllowed();
    };
  }

  private static Reply list(Work work, String parentId) {
    QueryOptions options = QueryOptions.of(work.call());
    List<Folder> folders = work.mailbox().childrenOf(parentId);
    return ResultPage.of(
        options.filter().isEmpty() ? folders : named(folders, options.filter()),
        options,
        work.call(),
        work.origin(),
        folder -> FolderJson.render(folder, options.select()));
  }

  private static List<Folder> named(List<Folder> folders, String filter) {
    Matcher matcher = BY_NAME.matcher(filter);
    if (!matcher.matches()) {
      throw GraphError.invalidRequest(
          "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
    }
    String name = ContactFilterParser.unquoted(matcher.group(1));
    return folders.stream().filter(folder -> folder.displayName().equalsIgnoreCase(name)).toList();
  }

  private static Reply create(Work work, String parentId) {
    String name = displayName(work.call().json());
    requireUnused(work, parentId, name);
    return Reply.json(201, FolderJson.complete(work.mailbox().addFolder(name, parentId)));
  }

  private static Reply rename(Work work) {
    String name = displayName(work.call().json());
    Folder folder = work.folder();
    if (!folder.displayName().equalsIgnoreCase(name)) {
      requireUnused(work, folder.parentId(), name);
    }
    folder.renamed(name);
    work.mailbox().changed();
    return Reply.json(200, FolderJson.complete(folder));
  }

  private static Reply delete(Work work) {
    Folder folder = work.folder();
    if (!folder.wellKnownName().isEmpty()) {
      throw new GraphError(
          403, "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
    }
    if (!work.mailbox().isBinned(folder)) {
      folder.movedBelow(work.mailbox().bin().id());
      work.mailbox().changed();
    } else if (work.behaviour().has(Quirk.DELETE_OF_BINNED_IS_404)) {
      throw GraphError.notFound();
    } else {
      work.mailbox().purge(folder);
    }
    return Reply.empty(204);
  }

  private static void requireUnused(Work work, String parentId, String name) {
    if (work.mailbox().isNameTaken(parentId, name)) {
      throw new GraphError(
          work.behaviour().has(Quirk.FOLDER_EXISTS_IS_400) ? 400 : 409,
          "ErrorFolderExists",
          "A folder with the specified name already exists.");
    }
  }

  private static String displayName(ObjectNode body) {
    body.properties().stream()
        .filter(field -> !field.getKey().equals("@odata.type"))
        .filter(field -> !field.getKey().equals("displayName"))
        .findAny()
        .ifPresent(field -> refuse(field.getKey()));
    JsonNode name = body.path("displayName");
    if (!name.isTextual() || name.asText().isBlank()) {
      throw GraphError.invalidRequest(
          "ErrorInvalidProperty", "The property 'DisplayName' is required.");
    }
    return name.asText();
  }

  private static void refuse(String property) {
    throw PropertyValue.unknown(property, "contactFolder");
  }
}
