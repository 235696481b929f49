package dev.cairn.ntm.block;

import dev.cairn.ntm.block.Field.Kind;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signed part of a block, with all its keys in their order, those unknown to us too. A field
 * that is missing or of the wrong type reads as empty.
 */
public record BlockData(PhpMap map) {

  /** Name of the only source of figures that the protocol knows. */
  public static final String DATA_SOURCE = "ai-dash-snippet.php";

  public List<Field> missing() {
    return Stream.of(Field.values()).filter(field -> value(field) == null).toList();
  }

  /** Fields that are there, but not with a literal of their kind. */
  public List<Field> illTyped() {
    return Stream.of(Field.values())
        .filter(field -> value(field) != null && !hasKind(field))
        .toList();
  }

  public OptionalLong integer(Field field) {
    return value(field) instanceof PhpInteger integer
        ? OptionalLong.of(integer.value())
        : OptionalLong.empty();
  }

  public OptionalDouble number(Field field) {
    PhpValue value = value(field);
    if (value instanceof PhpDouble number) {
      return OptionalDouble.of(number.value());
    }
    return value instanceof PhpInteger integer
        ? OptionalDouble.of((double) integer.value())
        : OptionalDouble.empty();
  }

  public Optional<String> text(Field field) {
    return value(field) instanceof PhpText text ? Optional.of(text.value()) : Optional.empty();
  }

  public Optional<Timestamp> timestamp(Field field) {
    return text(field).flatMap(Timestamp::parse);
  }

  private boolean hasKind(Field field) {
    if (field.kind() == Kind.TEXT) {
      return text(field).isPresent();
    }
    return field.kind() == Kind.INTEGER ? integer(field).isPresent() : number(field).isPresent();
  }

  private @Nullable PhpValue value(Field field) {
    return map.members().get(field.key());
  }
}
