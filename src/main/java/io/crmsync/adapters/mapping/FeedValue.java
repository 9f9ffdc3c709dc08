package io.crmsync.adapters.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How one property of the feed's contact is made. */
sealed interface FeedValue {
  /** What it becomes for a record; empty: the source has nothing for it. */
  Optional<JsonNode> of(SourceValues record);

  /** What it asks the source for. */
  Stream<Operator.Leaf> leaves();

  /** A text: the first that there is. */
  record OneText(Operator from) implements FeedValue {
    @Override
    public Optional<JsonNode> of(SourceValues record) {
      return from.values(record).stream().findFirst().map(TextNode::valueOf);
    }

    @Override
    public Stream<Operator.Leaf> leaves() {
      return from.leaves();
    }
  }

  /** A date, in whatever form the mapping expects. */
  record OneDate(Operator from, List<DateForm> forms) implements FeedValue {
    @Override
    public Optional<JsonNode> of(SourceValues record) {
      return from.values(record).stream()
          .findFirst()
          .flatMap(text -> DateForm.iso(text, forms))
          .map(TextNode::valueOf);
    }

    @Override
    public Stream<Operator.Leaf> leaves() {
      return from.leaves();
    }
  }

  /** A list of texts. */
  record Texts(Operator from) implements FeedValue {
    @Override
    public Optional<JsonNode> of(SourceValues record) {
      ArrayNode texts = JsonNodeFactory.instance.arrayNode();
      from.values(record).forEach(texts::add);
      return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }

    @Override
    public Stream<Operator.Leaf> leaves() {
      return from.leaves();
    }
  }

  /** An object with properties of its own. */
  record Parts(Map<String, FeedValue> values) implements FeedValue {
    @Override
    public Optional<JsonNode> of(SourceValues record) {
      ObjectNode parts = JsonNodeFactory.instance.objectNode();
      values.forEach((name, value) -> value.of(record).ifPresent(made -> parts.set(name, made)));
      return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    @Override
    public Stream<Operator.Leaf> leaves() {
      return values.values().stream().flatMap(FeedValue::leaves);
    }
  }
}
