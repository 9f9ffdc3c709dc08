package io.crmsync.adapters.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** RFC 7396, appendix A: all of its test cases. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":"b"}         | {"a":"c"}                  | {"a":"c"}
          {"a":"b"}         | {"b":"c"}                  | {"a":"b","b":"c"}
          {"a":"b"}         | {"a":null}                 | {}
          {"a":"b","b":"c"} | {"a":null}                 | {"b":"c"}
          {"a":["b"]}       | {"a":"c"}                  | {"a":"c"}
          {"a":"c"}         | {"a":["b"]}                | {"a":["b"]}
          {"a":{"b":"c"}}   | {"a":{"b":"d","c":null}}   | {"a":{"b":"d"}}
          {"a":[{"b":"c"}]} | {"a":[1]}                  | {"a":[1]}
          ["a","b"]         | ["c","d"]                  | ["c","d"]
          {"a":"b"}         | ["c"]                      | ["c"]
          {"a":"foo"}       | null                       | null
          {"a":"foo"}       | "bar"                      | "bar"
          {"e":null}        | {"a":1}                    | {"e":null,"a":1}
          [1,2]             | {"a":"b","c":null}         | {"a":"b"}
          {}                | {"a":{"bb":{"ccc":null}}}  | {"a":{"bb":{}}}
          """)
  void theExamplesOfTheStandardComeOutAsItSays(String target, String patch, String result)
      throws JsonProcessingException {
    assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(result));
  }

  @Test
  void neitherOfTheTwoIsChanged() throws JsonProcessingException {
    JsonNode target = json("{\"a\":{\"b\":\"c\"}}");
    JsonNode patch = json("{\"a\":{\"b\":null,\"d\":\"e\"}}");

    MergePatch.apply(target, patch);

    assertThat(target).isEqualTo(json("{\"a\":{\"b\":\"c\"}}"));
    assertThat(patch).isEqualTo(json("{\"a\":{\"b\":null,\"d\":\"e\"}}"));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }
}
