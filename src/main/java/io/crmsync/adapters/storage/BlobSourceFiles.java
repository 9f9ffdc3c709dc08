package io.crmsync.adapters.storage;

import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import io.crmsync.sync.port.CrmBroken;
import io.crmsync.sync.port.SourceFiles;
import java.io.InputStream;
import java.util.List;

/** The files that were uploaded to the container {@code crm}; their versions are their ETags. */
public final class BlobSourceFiles implements SourceFiles {
  private static final String CONTAINER = "crm";
  private static final int GONE = 404;
  private static final int CHANGED = 412;

  private final StorageContainer container;

  /** Takes where they are. */
  public BlobSourceFiles(StorageClients clients) {
    this.container = clients.container(CONTAINER);
  }

  @Override
  public List<SourceFile> files() {
    return container.list("").stream().map(BlobSourceFiles::file).toList();
  }

  @Override
  public InputStream open(SourceFile file) {
    return container.call("open", () -> opened(file));
  }

  private InputStream opened(SourceFile file) {
    BlobRequestConditions unchanged = new BlobRequestConditions().setIfMatch(file.version());
    try {
      return container
          .client()
          .getBlobClient(file.name())
          .openInputStream(new BlobInputStreamOptions().setRequestConditions(unchanged));
    } catch (BlobStorageException e) {
      throw e.getStatusCode() == GONE || e.getStatusCode() == CHANGED
          ? new CrmBroken(file.name() + " was changed or deleted while it was read")
          : e;
    }
  }

  private static SourceFile file(BlobItem item) {
    return new SourceFile(
        item.getName(), item.getProperties().getETag(), item.getProperties().getContentLength());
  }
}
