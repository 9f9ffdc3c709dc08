package io.crmsync.adapters.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a whole mapping file, strictly. */
final class MappingReader {
  private static final int VERSION = 1;
  private static final Set<String> OWN_KEYS = Set.of("version", "names", "formats", "inactiveWhen");
  private static final Set<String> KEYS =
      Stream.concat(OWN_KEYS.stream(), FeedShape.ofContact().keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final OperatorReader operators;
  private final List<DateForm> dates;

  private MappingReader(OperatorReader operators, List<DateForm> dates) {
    this.operators = operators;
    this.dates = dates;
  }

  static Mapping read(Place file) {
    file.object("a mapping", KEYS);
    checkVersion(file.need("version"));
    NameForm names = file.child("names").map(MappingReader::names).orElse(NameForm.EXACT);
    MappingReader reader =
        new MappingReader(
            new OperatorReader(names),
            file.child("formats").map(MappingReader::dates).orElse(List.of()));
    return new Mapping(
        names,
        reader.values(file, FeedShape.ofContact()),
        file.child("inactiveWhen").map(reader::inactiveWhen));
  }

  private static void checkVersion(Place version) {
    if (!version.node().isInt() || version.node().intValue() != VERSION) {
      throw version.wrong("not " + VERSION + ", the only version that there is");
    }
  }

  private static NameForm names(Place place) {
    return Arrays.stream(NameForm.values())
        .filter(form -> form.word().equals(place.text()))
        .findFirst()
        .orElseThrow(() -> place.wrong("neither exact nor ignoreCase"));
  }

  private static List<DateForm> dates(Place formats) {
    Place date = formats.object("formats", Set.of("date")).need("date");
    List<DateForm> forms = date.elements().stream().map(MappingReader::date).toList();
    if (forms.contains(DateForm.MONTH_DAY_SLASHES) && forms.contains(DateForm.DAY_MONTH_SLASHES)) {
      throw date.wrong("m/d/yyyy and d/m/yyyy together: 3/4/1980 would be two days");
    }
    return forms;
  }

  private static DateForm date(Place place) {
    return Arrays.stream(DateForm.values())
        .filter(form -> form.word().equals(place.text()))
        .findFirst()
        .orElseThrow(
            () ->
                place.wrong(
                    "none of "
                        + Arrays.stream(DateForm.values())
                            .map(DateForm::word)
                            .collect(Collectors.joining(", "))));
  }

  private Map<String, FeedValue> values(Place place, Map<String, FeedShape> shapes) {
    Map<String, FeedValue> values = new LinkedHashMap<>();
    place
        .entries()
        .forEach(
            entry ->
                Optional.ofNullable(shapes.get(entry.key()))
                    .ifPresent(shape -> values.put(entry.key(), value(entry, shape))));
    return values;
  }

  private FeedValue value(Place.Entry entry, FeedShape shape) {
    Place place = entry.place();
    return switch (shape) {
      case TEXT -> new FeedValue.OneText(operators.read(place));
      case DATE -> new FeedValue.OneDate(operators.read(place), dates);
      case TEXTS -> new FeedValue.Texts(operators.read(place));
      case ADDRESS, SECURITY ->
          new FeedValue.Parts(
              values(place.object(entry.key(), shape.parts().keySet()), shape.parts()));
    };
  }

  private InactiveWhen inactiveWhen(Place place) {
    place.object("inactiveWhen", Set.of("of", "is"));
    return new InactiveWhen(
        operators.read(place.need("of")), OperatorReader.keys(place.need("is")));
  }
}
