package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of a block's data. One that is missing or of the wrong type reads as empty. */
public interface BlockFields {

  /** What stands there, of whatever type; null if the field is missing. */
  @Nullable PhpValue value(Field field);

  default List<Field> missing() {
    return all(field -> value(field) == null);
  }

  /** Fields that are there, but not with a literal of their kind. */
  default List<Field> illTyped() {
    return all(field -> value(field) != null && !isReadable(field));
  }

  private static List<Field> all(Predicate<Field> condition) {
    List<Field> found = List.of();
    for (Field field : Field.VALUES) {
      if (condition.test(field)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(field);
      }
    }
    return found;
  }

  default OptionalLong integer(Field field) {
    return value(field) instanceof PhpInteger integer
        ? OptionalLong.of(integer.value())
        : OptionalLong.empty();
  }

  default OptionalDouble number(Field field) {
    PhpValue value = value(field);
    if (value instanceof PhpDouble number) {
      return OptionalDouble.of(number.value());
    }
    return value instanceof PhpInteger integer
        ? OptionalDouble.of((double) integer.value())
        : OptionalDouble.empty();
  }

  default Optional<String> text(Field field) {
    return value(field) instanceof PhpText text ? Optional.of(text.value()) : Optional.empty();
  }

  default Optional<Timestamp> timestamp(Field field) {
    return text(field).flatMap(Timestamp::parse);
  }

  /** Whether the field is there, with a literal of its kind. */
  default boolean isReadable(Field field) {
    PhpValue value = value(field);
    return switch (field.kind()) {
      case TEXT -> value instanceof PhpText;
      case INTEGER -> value instanceof PhpInteger;
      case NUMBER -> value instanceof PhpInteger || value instanceof PhpDouble;
    };
  }
}
