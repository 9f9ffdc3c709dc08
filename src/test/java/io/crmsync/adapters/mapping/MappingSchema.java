package io.crmsync.adapters.mapping;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of mapping files. */
record MappingSchema(JsonSchema schema) {
  private static final Path FILE = Path.of("docs", "api", "mapping.schema.json");

  static MappingSchema read() {
    try {
      return new MappingSchema(
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Files.readString(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> complaints(String mapping) {
    return schema.validate(mapping, InputFormat.JSON).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
