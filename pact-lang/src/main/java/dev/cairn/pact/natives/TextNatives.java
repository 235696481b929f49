package dev.cairn.pact.natives;

import static dev.cairn.pact.natives.Operands.integer;
import static dev.cairn.pact.natives.Operands.text;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.math.BigInteger;
import java.util.List;

/** The natives that put strings together and take them apart. */
public final class TextNatives {
  private static final long SPLIT_MILLIGAS = 250;
  private static final long CHARSET_MILLIGAS = 500;
  private static final String HOLE = "{}";
  private static final int LAST_ASCII = 0x7f;
  private static final int LAST_LATIN_1 = 0xff;

  private TextNatives() {}

  public static List<Native> natives() {
    return List.of(
        Native.of("concat", 1, TextNatives::concat),
        Native.of("str-to-list", 1, SPLIT_MILLIGAS, TextNatives::characters),
        Native.of("format", 2, TextNatives::format),
        Native.of("show", 1, TextNatives::show),
        Native.of("typeof", 1, call -> new PString(call.argument(0).typeName())),
        Native.of("is-charset", 2, CHARSET_MILLIGAS, TextNatives::isCharset));
  }

  private static Value concat(NativeCall call) {
    List<String> texts = SequenceNatives.texts(call, call.argument(0, PList.class));
    long characters = texts.stream().mapToLong(CodePoints::length).sum();
    call.charge(TextCost.concatenation(characters, texts.size()));
    PString.checkLength(texts.stream().mapToLong(String::length).sum());
    return new PString(String.join("", texts));
  }

  private static Value characters(NativeCall call) {
    String text = text(call, 0);
    call.charge(TextCost.exploding(CodePoints.length(text)));
    return PList.of(text.codePoints().mapToObj(c -> new PString(Character.toString(c))).toList());
  }

  private static Value show(NativeCall call) {
    PactValue value = Operands.value(call, 0);
    call.charge(TextCost.concatenation(ValueSize.of(value)));
    return new PString(ValueText.show(value));
  }

  /** Fills the holes of a template with values, in order. */
  private static Value format(NativeCall call) {
    String template = text(call, 0);
    List<PactValue> values = call.argument(1, PList.class).items();
    StringBuilder filled = new StringBuilder();
    int start = 0;
    int used = 0;
    for (int hole = template.indexOf(HOLE); hole >= 0; hole = template.indexOf(HOLE, start)) {
      if (used == values.size()) {
        throw call.failure("not enough arguments for template");
      }
      filled.append(template, start, hole).append(filling(call, values.get(used)));
      PString.checkLength(filled.length());
      start = hole + HOLE.length();
      used++;
    }
    String text = filled.append(template, start, template.length()).toString();
    int length = CodePoints.length(text);
    call.charge(used == 0 ? TextCost.parsing(length) : TextCost.concatenation(length));
    return new PString(text);
  }

  private static String filling(NativeCall call, PactValue value) {
    if (!(value instanceof PString)) {
      call.charge(TextCost.concatenation(ValueSize.of(value)));
    }
    return ValueText.bare(value);
  }

  private static Value isCharset(NativeCall call) {
    BigInteger charset = integer(call, 0);
    String text = text(call, 1);
    call.charge(TextCost.parsing(CodePoints.length(text)));
    if (charset.equals(BigInteger.ZERO)) {
      return PBool.of(text.codePoints().allMatch(c -> c <= LAST_ASCII));
    }
    if (charset.equals(BigInteger.ONE)) {
      return PBool.of(text.codePoints().allMatch(c -> c <= LAST_LATIN_1));
    }
    throw call.failure("Unsupported character set");
  }
}
