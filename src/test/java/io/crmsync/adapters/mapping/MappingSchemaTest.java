package io.crmsync.adapters.mapping;

import static io.crmsync.adapters.mapping.Mappings.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crmsync.adapters.source.ContactRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same; so do the feed's contract and both. */
class MappingSchemaTest {
  private static final MappingSchema SCHEMA = MappingSchema.read();

  @ParameterizedTest
  @EnumSource(ShippedMapping.class)
  void whatIsShippedIsAsTheSchemaSaysAndCanBeRead(ShippedMapping shipped) {
    assertThat(SCHEMA.complaints(shipped.json())).isEmpty();
    assertThatCode(() -> Mapping.of(shipped.json())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version':1}",
        "{'version':1,'names':'exact','formats':{'date':['d.m.yyyy','d/m/yyyy']}}",
        "{'version':1,'email':{'from':'a','beside':['b'],'notBeside':['c']}}",
        "{'version':1,'email':{'first':['a',{'split':{'join':['b'],'by':''},'by':' '}]}}",
        "{'version':1,'kind':{'map':'a','values':{'':'Person'},'else':''}}",
        "{'version':1,'homePhone':{'from':'p','where':{'t':['x',true],'u':''},'take':'n'}}",
        "{'version':1,'businessAddress':{},'viewSecurity':{'scope':'s'}}",
        "{'version':1,'inactiveWhen':{'of':'a','is':false}}",
      })
  void whatTheSchemaAllowsIsRead(String mapping) {
    assertThat(SCHEMA.complaints(quoted(mapping))).isEmpty();
    assertThatCode(() -> Mapping.of(quoted(mapping))).doesNotThrowAnyException();
  }

  @Test
  void everyPropertyOfTheFeedsContactCanBeMapped() throws IOException {
    Set<String> mapped = new HashSet<>(FeedShape.ofContact().keySet());
    Set<String> feed = properties("Contact");
    assertThat(mapped).containsAll(ContactRecord.PROPERTIES);
    feed.removeAll(Set.of("editSecurity", "modifiedAt"));
    feed.add("company");
    assertThat(mapped).isEqualTo(feed);
    assertThat(FeedShape.ADDRESS.parts().keySet()).isEqualTo(properties("Address"));
    assertThat(FeedShape.SECURITY.parts().keySet()).isEqualTo(properties("Security"));
  }

  private static Set<String> properties(String schema) throws IOException {
    JsonNode feed =
        new YAMLMapper().readTree(Path.of("docs", "api", "crm-feed.openapi.yaml").toFile());
    Set<String> names = new HashSet<>();
    feed.at("/components/schemas/" + schema + "/properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return new TreeSet<>(names);
  }
}
