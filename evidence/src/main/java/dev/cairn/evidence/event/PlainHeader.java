package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A protected header in the spelling that signers use: one object without spaces, of the members
 * that an event has, each once and in any order, texts of printable ASCII without escapes. It is
 * read in one pass. Whatever else a header may be is left to {@link EventHeaderCodec#parseAny},
 * which gives the same answer to the same header, and a reason where there is none.
 */
final class PlainHeader {

  /** Fewer digits than a number of 64 bits can have. */
  private static final int MAX_DIGITS = 18;

  private final byte[] json;
  private int at;
  private boolean plain = true;

  private @Nullable String alg;
  private @Nullable String typ;
  private @Nullable String kid;
  private @Nullable String jti;
  private @Nullable String tk;
  private @Nullable String cty;
  private @Nullable String by;
  private long iat = -1;

  private PlainHeader(byte[] json) {
    this.json = json;
  }

  /** The header, or empty if it is not a plain one, which does not mean that it is a bad one. */
  static Optional<EventHeader> read(byte[] json) {
    PlainHeader reading = new PlainHeader(json);
    reading.members();
    return reading.plain ? reading.header() : Optional.empty();
  }

  private void members() {
    expect('{');
    member();
    while (plain && at < json.length && json[at] == ',') {
      at++;
      member();
    }
    expect('}');
    plain &= at == json.length;
  }

  private void member() {
    String name = text();
    expect(':');
    if (!plain) {
      return;
    }
    switch (name) {
      case "alg" -> alg = only(alg);
      case "typ" -> typ = only(typ);
      case "kid" -> kid = only(kid);
      case "jti" -> jti = only(jti);
      case "tk" -> tk = only(tk);
      case "cty" -> cty = only(cty);
      case "by" -> by = only(by);
      case "iat" -> iat = number();
      default -> plain = false;
    }
  }

  /** The text that follows, if the member has none yet. */
  private @Nullable String only(@Nullable String former) {
    plain &= former == null;
    return text();
  }

  private String text() {
    expect('"');
    int start = at;
    while (at < json.length && isPlain(json[at])) {
      at++;
    }
    int end = at;
    expect('"');
    return plain ? new String(json, start, end - start, StandardCharsets.ISO_8859_1) : "";
  }

  private static boolean isPlain(byte character) {
    return character >= ' ' && character < 0x7f && character != '"' && character != '\\';
  }

  private long number() {
    plain &= iat < 0;
    int start = at;
    long value = 0;
    while (at < json.length && json[at] >= '0' && json[at] <= '9' && at - start < MAX_DIGITS) {
      value = value * 10 + json[at++] - '0';
    }
    boolean leadingZero = at - start > 1 && json[start] == '0';
    plain &= at > start && !leadingZero;
    return value;
  }

  private void expect(char character) {
    plain &= at < json.length && json[at++] == character;
  }

  private Optional<EventHeader> header() {
    Optional<SignatureAlgorithm> algorithm =
        alg == null ? Optional.empty() : SignatureAlgorithm.ofJwsName(alg);
    if (algorithm.isEmpty() || !EventHeader.TYPE.equals(typ) || iat < 0) {
      return Optional.empty();
    }
    boolean byGateway = EventHeaderCodec.GATEWAY.equals(by);
    boolean known = by == null || byGateway;
    return known
            && isKey(jti)
            && isSigner(kid)
            && isOptional(tk, EventHeader.MAX_KEY_CHARS)
            && isOptional(cty, EventHeader.MAX_CONTENT_TYPE_CHARS)
        ? Optional.of(
            new EventHeader(
                algorithm.get(),
                new SignerId(kid),
                iat,
                jti,
                Optional.ofNullable(tk),
                Optional.ofNullable(cty),
                byGateway))
        : Optional.empty();
  }

  private static boolean isKey(@Nullable String text) {
    return text != null && isOptional(text, EventHeader.MAX_KEY_CHARS);
  }

  private static boolean isSigner(@Nullable String text) {
    return text != null && isOptional(text, SignerId.MAX_CHARS);
  }

  private static boolean isOptional(@Nullable String text, int limit) {
    return text == null || (!text.isEmpty() && text.length() <= limit);
  }
}
