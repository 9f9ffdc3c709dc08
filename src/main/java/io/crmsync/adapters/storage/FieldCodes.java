package io.crmsync.adapters.storage;

import io.crmsync.domain.base.Base;
import io.crmsync.domain.base.FieldHash;
import io.crmsync.domain.contact.Field;
import io.crmsync.domain.outlook.ListSlot;
import io.crmsync.domain.patch.ListAnswer;
import io.crmsync.domain.patch.ListAnswers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fields in rows: the words for them, and values and hashes by these words. */
final class FieldCodes {
  private static final Codes<Field> FIELD = new Codes<>(Field.class, Field::code);

  private FieldCodes() {}

  static Map<String, String> of(Map<Field, String> values) {
    Map<String, String> map = new TreeMap<>();
    values.forEach((field, value) -> map.put(FIELD.of(field), value));
    return map;
  }

  static Map<Field, String> values(Map<String, String> map) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    map.forEach((code, value) -> values.put(FIELD.stored(code), value));
    return values;
  }

  /** As {@code firstName:AbC… lastName:dEf…}: one short property. */
  static String of(Base base) {
    return base.hashes().entrySet().stream()
        .map(entry -> FIELD.of(entry.getKey()) + ":" + entry.getValue().value())
        .collect(Collectors.joining(" "));
  }

  /** As {@code firstName lastName}. */
  static String of(Set<Field> fields) {
    return fields.stream().sorted().map(FIELD::of).collect(Collectors.joining(" "));
  }

  static Set<Field> fields(String text) {
    return Stream.of(text.split(" "))
        .filter(code -> !code.isEmpty())
        .map(FIELD::stored)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As {@code position:AbC…,dEf… email:gHi…}; nothing between colon and comma is no value. */
  static String written(Map<Field, List<FieldHash>> written) {
    return written.entrySet().stream()
        .map(entry -> FIELD.of(entry.getKey()) + ":" + hashes(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String hashes(List<FieldHash> hashes) {
    return hashes.stream().map(FieldHash::value).collect(Collectors.joining(","));
  }

  static Map<Field, List<FieldHash>> written(String text) {
    Map<Field, List<FieldHash>> written = new EnumMap<>(Field.class);
    Stream.of(text.split(" "))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.split(":", 2))
        .forEach(
            entry ->
                written.put(
                    FIELD.stored(entry[0]),
                    Stream.of(entry[1].split(",", -1)).map(FieldHash::new).toList()));
    return written;
  }

  /** As {@code email:AbC…,dEf… homePhone:,gHi…}: our entry or nothing, then the others. */
  static String of(ListAnswers answers) {
    Map<Field, List<FieldHash>> hashes = new EnumMap<>(Field.class);
    answers
        .lists()
        .forEach(
            (slot, list) ->
                hashes.put(
                    slot.field(),
                    Stream.concat(Stream.of(list.ours()), list.others().stream()).toList()));
    return written(hashes);
  }

  static ListAnswers answers(String text) {
    Map<ListSlot, ListAnswer> lists = new EnumMap<>(ListSlot.class);
    written(text)
        .forEach(
            (field, hashes) ->
                lists.put(
                    ListSlot.of(field).orElseThrow(),
                    new ListAnswer(hashes.get(0), Set.copyOf(hashes.subList(1, hashes.size())))));
    return new ListAnswers(lists);
  }

  static Base base(String text) {
    Map<Field, FieldHash> hashes = new EnumMap<>(Field.class);
    Stream.of(text.split(" "))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> entry.split(":", 2))
        .forEach(entry -> hashes.put(FIELD.stored(entry[0]), new FieldHash(entry[1])));
    return new Base(hashes);
  }
}
