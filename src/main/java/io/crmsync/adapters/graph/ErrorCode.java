package io.crmsync.adapters.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/** The code in an error body, which may as well be HTML, cut short, or nothing at all. */
final class ErrorCode {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Anything else is no code, and might be a value (R20). */
  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");

  private ErrorCode() {}

  /** Takes a body; gives the code, or the empty string where there is none. */
  static String in(String body) {
    try {
      String code = JSON.readTree(body).path("error").path("code").asText("");
      return FORM.matcher(code).matches() ? code : "";
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
