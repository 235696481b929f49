package dev.cairn.ntm.canonical;

import dev.cairn.ntm.canonical.PhpValue.PhpBool;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One JSON text on its way through the decoder: RFC 8259, no more, with PHP's error numbers. */
final class JsonText {

  /** PHP decodes with depth 512, in which 511 nested arrays fit. It also bounds our stack. */
  static final int MAX_DEPTH = 511;

  /** Room for a block's fields without growing. */
  private static final int USUAL_MEMBERS = 32;

  private final JsonCursor cursor;
  private @Nullable String repeatedKey;
  private int depth;

  JsonText(byte[] text) throws PhpJsonException {
    this.cursor = new JsonCursor(text);
  }

  PhpDecoder.Decoded decode() throws PhpJsonException {
    PhpValue value = value();
    cursor.skipSpace();
    if (!cursor.atEnd()) {
      throw cursor.unexpected();
    }
    return new PhpDecoder.Decoded(value, Optional.ofNullable(repeatedKey));
  }

  private PhpValue value() throws PhpJsonException {
    cursor.skipSpace();
    return switch (cursor.peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::list);
      case '"' -> new PhpText(JsonString.read(cursor));
      case 't' -> literal("true", new PhpBool(true));
      case 'f' -> literal("false", new PhpBool(false));
      case 'n' -> literal("null", PhpNull.NULL);
      default -> JsonNumber.read(cursor);
    };
  }

  private PhpValue literal(String word, PhpValue value) throws PhpJsonException {
    for (int i = 0; i < word.length(); i++) {
      cursor.expect(word.charAt(i));
    }
    return value;
  }

  private PhpValue nested(Part part) throws PhpJsonException {
    if (++depth > MAX_DEPTH) {
      throw new PhpJsonException(
          PhpJsonError.DEPTH, "The text is nested deeper than " + MAX_DEPTH + " levels.");
    }
    PhpValue value = part.read();
    depth--;
    return value;
  }

  private PhpValue list() throws PhpJsonException {
    List<PhpValue> items = new ArrayList<>();
    cursor.expect('[');
    if (!cursor.skipSpaceAndTake(']')) {
      do {
        items.add(value());
      } while (cursor.skipSpaceAndTake(','));
      cursor.expect(']');
    }
    return new PhpList(items);
  }

  private PhpValue object() throws PhpJsonException {
    Map<String, PhpValue> members = new LinkedHashMap<>(USUAL_MEMBERS);
    cursor.expect('{');
    if (!cursor.skipSpaceAndTake('}')) {
      do {
        member(members);
      } while (cursor.skipSpaceAndTake(','));
      cursor.expect('}');
    }
    return new PhpMap(new ReadMembers(members));
  }

  private void member(Map<String, PhpValue> members) throws PhpJsonException {
    cursor.skipSpace();
    String key = JsonString.read(cursor);
    cursor.skipSpace();
    cursor.expect(':');
    if (members.put(key, value()) != null && repeatedKey == null) {
      repeatedKey = key;
    }
  }

  private interface Part {
    PhpValue read() throws PhpJsonException;
  }
}
