package dev.cairn.evidence.event;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.jws.FlatObject;
import java.nio.charset.StandardCharsets;

/**
 * An event's protected header as JSON. Unknown members are ignored, as RFC 7515 §4 demands; what
 * must not be ignored says so in {@code crit}, which is refused.
 */
final class EventHeaderCodec {
  static final String GATEWAY = "gateway";

  private EventHeaderCodec() {}

  static EventHeader parse(byte[] json) {
    return PlainHeader.read(json).orElseGet(() -> parseAny(json));
  }

  /** Any spelling; says what is wrong with a header that is none. */
  static EventHeader parseAny(byte[] json) {
    try {
      FlatObject members = FlatObject.parse(json);
      SignatureAlgorithm algorithm = algorithm(members.requireText("alg"));
      checkTypeAndCritical(members);
      return new EventHeader(
          algorithm,
          new SignerId(members.requireText("kid")),
          members.requireLong("iat"),
          members.requireText("jti"),
          members.text("tk"),
          members.text("cty"),
          isByGateway(members));
    } catch (IllegalArgumentException malformed) {
      throw new EventRejected(
          EventRejection.MALFORMED_HEADER, "The protected header: " + malformed.getMessage());
    }
  }

  private static SignatureAlgorithm algorithm(String name) {
    if (name.equals("none")) {
      throw new EventRejected(EventRejection.ALG_NONE, "An event must be signed.");
    }
    return SignatureAlgorithm.ofJwsName(name)
        .orElseThrow(
            () ->
                new EventRejected(
                    EventRejection.UNSUPPORTED_ALG,
                    "The algorithm is not one of EdDSA, ES256, ES256K."));
  }

  private static void checkTypeAndCritical(FlatObject members) {
    if (members.has("crit")) {
      throw new EventRejected(
          EventRejection.CRIT_UNSUPPORTED, "No critical header extension is understood here.");
    }
    if (!members.text("typ").orElse("").equals(EventHeader.TYPE)) {
      throw new EventRejected(
          EventRejection.WRONG_TYP, "The header's typ is not " + EventHeader.TYPE + ".");
    }
  }

  private static boolean isByGateway(FlatObject members) {
    String by = members.text("by").orElse("");
    if (!by.isEmpty() && !by.equals(GATEWAY)) {
      throw new IllegalArgumentException("by can only be 'gateway'.");
    }
    return by.equals(GATEWAY);
  }

  static byte[] write(EventHeader header) {
    StringBuilder json = new StringBuilder(256).append('{');
    member(json, "alg", header.algorithm().jwsName());
    member(json.append(','), "typ", EventHeader.TYPE);
    member(json.append(','), "kid", header.signer().value());
    json.append(",\"iat\":").append(header.issuedAt());
    member(json.append(','), "jti", header.idempotencyKey());
    header.taskKey().ifPresent(key -> member(json.append(','), "tk", key));
    header.contentType().ifPresent(type -> member(json.append(','), "cty", type));
    if (header.byGateway()) {
      member(json.append(','), "by", GATEWAY);
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void member(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"");
    JsonStringEncoder.getInstance().quoteAsString(value, json);
    json.append('"');
  }
}
