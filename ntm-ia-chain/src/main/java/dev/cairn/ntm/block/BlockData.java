package dev.cairn.ntm.block;

import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import org.jspecify.annotations.Nullable;

/** The signed part of a block, with all its keys in their order, those unknown to us too. */
public record BlockData(PhpMap map) implements BlockFields {

  /** Name of the only source of figures that the protocol knows. */
  public static final String DATA_SOURCE = "ai-dash-snippet.php";

  @Override
  public @Nullable PhpValue value(Field field) {
    return map.members().get(field.key());
  }
}
