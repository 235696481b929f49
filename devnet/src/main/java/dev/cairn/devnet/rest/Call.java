package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.devnet.json.JsonShape;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request as an endpoint sees it.
 *
 * @param variables values of the path's variables
 * @param query the first value of each query parameter
 * @param form the form in which to answer
 */
record Call(
    Map<String, String> variables, Map<String, String> query, Representation form, Bytes body) {

  /** The chain of the path. The router has checked that it exists. */
  ChainId chain() {
    return new ChainId(Integer.parseInt(variable("chain")));
  }

  /** A hash of the path. */
  Hash hash(String variable) {
    return hashOf(variable(variable));
  }

  /** Reads a hash that stands alone, outside JSON. */
  static Hash hashOf(String text) {
    byte[] bytes;
    try {
      bytes = Base64Url.decodeLenient(text);
    } catch (MalformedException e) {
      throw Refusal.malformed("DecodeException \"invalid base64 encoding\"");
    }
    if (bytes.length != 32) {
      String problem = bytes.length < 32 ? "not enough bytes" : "too many bytes";
      throw Refusal.malformed("DecodeException \"" + problem + "\"");
    }
    return Hash.of(bytes);
  }

  /** What tells this call from others to the same path. */
  String key() {
    return query + " " + form + " " + body.base64Url();
  }

  /** The body as JSON. */
  JsonShape json() {
    return JsonShape.parse(body.bytes());
  }

  /** A query parameter that is a natural number. */
  OptionalLong natural(String name) {
    String text = query.get(name);
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw unreadable(name, "could not parse: `" + text + "' (input does not start with a digit)");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  /** A query parameter that is {@code true} or {@code false}. */
  Optional<Boolean> flag(String name) {
    String text = query.get(name);
    if (text == null) {
      return Optional.empty();
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw unreadable(name, "could not parse: `" + text + "'");
    };
  }

  /** A query parameter as it stands. */
  Optional<String> text(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** 400 for a query parameter. */
  static Refusal unreadable(String name, String problem) {
    return Refusal.malformed("Error parsing query parameter " + name + " failed: " + problem);
  }

  private String variable(String name) {
    @Nullable String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name + ".");
    }
    return value;
  }
}
