package io.crmsync.adapters.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One container of blobs, made at its first use if it is not there. */
final class StorageContainer {
  private final BlobContainerClient client;
  private final Once made;

  StorageContainer(BlobContainerClient client) {
    this.client = client;
    this.made = new Once(() -> call("create", client::createIfNotExists));
  }

  /** Writes a blob, in the place of the one that is there. */
  void put(String name, byte[] content) {
    made.ensure();
    call(
        "put",
        () -> {
          client.getBlobClient(name).upload(BinaryData.fromBytes(content), true);
          return true;
        });
  }

  /** Reads a blob whole; empty: it is not there. */
  Optional<byte[]> read(String name) {
    made.ensure();
    return call(
        "read",
        () -> {
          try {
            return Optional.of(client.getBlobClient(name).downloadContent().toBytes());
          } catch (BlobStorageException e) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** The blobs whose names begin so, in order of name. */
  List<BlobItem> list(String prefix) {
    made.ensure();
    return call(
        "list",
        () -> client.listBlobs(new ListBlobsOptions().setPrefix(prefix), null).stream().toList());
  }

  /** Deletes a blob; one that is not there is no error. */
  void delete(String name) {
    made.ensure();
    call("delete", () -> client.getBlobClient(name).deleteIfExists());
  }

  BlobContainerClient client() {
    made.ensure();
    return client;
  }

  <T> T call(String operation, Supplier<T> request) {
    return StorageCall.call(client.getBlobContainerName() + " " + operation, request);
  }
}
