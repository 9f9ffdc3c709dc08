package io.crmsync.localapp;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The container of the storage account that exports are uploaded to, as an admin fills it. */
final class CrmContainer {
  /** Written out a second time on purpose: it is what the documentation says. */
  static final String NAME = "crm";

  private final BlobContainerClient container;

  private CrmContainer(BlobContainerClient container) {
    this.container = container;
  }

  static CrmContainer in(String connectionString) {
    return new CrmContainer(
        new BlobContainerClientBuilder()
            .connectionString(connectionString)
            .containerName(NAME)
            .buildClient());
  }

  /** Uploads these under their own names; what else is there, from an earlier run, is deleted. */
  void replaceWith(List<Path> files) {
    container.createIfNotExists();
    Set<String> names = files.stream().map(LocalFiles::name).collect(Collectors.toSet());
    container.listBlobs().stream()
        .map(BlobItem::getName)
        .filter(name -> !names.contains(name))
        .forEach(name -> container.getBlobClient(name).delete());
    files.forEach(
        file ->
            container.getBlobClient(LocalFiles.name(file)).uploadFromFile(file.toString(), true));
  }
}
