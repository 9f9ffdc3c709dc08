package io.crmsync.adapters.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What is made of the body of an answer. */
@FunctionalInterface
public interface BodyReader<T> {
  /**
   * Takes the parser at the first token of the body, leaves it at the last one that belongs to it.
   *
   * @throws com.fasterxml.jackson.core.JacksonException it is not JSON
   * @throws io.crmsync.sync.port.CrmBroken it is not what the contract says
   */
  T read(JsonParser json) throws IOException;
}
