package io.crmsync.functions.wire;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A request's headers; the case of their names varies with the platform. */
public record Headers(Map<String, String> all) {
  public Headers {
    all = Map.copyOf(all);
  }

  /** Names alone: values are tokens and people's names (R20). */
  @Override
  public String toString() {
    return "Headers" + all.keySet();
  }

  public static Headers of(HttpRequestMessage<?> request) {
    return new Headers(request.getHeaders());
  }

  /** Its value; none if it is there twice, in different cases and with different values. */
  public Optional<String> one(String name) {
    Set<String> values =
        all.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
  }
}
