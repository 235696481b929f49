package dev.cairn.gateway.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Caller;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One request of administration, read strictly. */
final class AdminCall {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final RoutingContext context;

  AdminCall(RoutingContext context) {
    this.context = context;
  }

  Caller caller() {
    return Caller.of(context);
  }

  /** The value in the path. */
  String path(String name) {
    return Objects.requireNonNull(context.pathParam(name), "The path has this parameter.");
  }

  Optional<String> query(String name) {
    List<String> values = context.queryParam(name);
    if (values.size() > 1) {
      throw invalid("The parameter " + name + " is given more than once.");
    }
    return values.stream().findFirst();
  }

  /** A whole number in the query, from 0 to the limit. */
  long number(String name, long most, long otherwise) {
    Optional<String> value = query(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    // 18 digits fit a long, so parsing can't fail.
    long number = value.get().matches("[0-9]{1,18}") ? Long.parseLong(value.get()) : -1;
    if (number < 0 || number > most) {
      throw invalid("The parameter " + name + " is a whole number from 0 to " + most + ".");
    }
    return number;
  }

  /**
   * The tenant that the request is about: the one in the query, else the caller's own. Whoever runs
   * the instance has no devices or customers of its own, so for it that is {@code default}.
   */
  TenantName tenant() {
    Optional<TenantName> named = query("tenant").map(TenantName::new);
    TenantName tenant =
        named.orElseGet(
            () -> caller().operator() ? TenantName.DEFAULT : new TenantName(caller().tenant()));
    return require(tenant);
  }

  /** The tenant, if the caller may administer it. */
  TenantName require(TenantName tenant) {
    if (!caller().sees(tenant.value())) {
      throw ProblemType.FORBIDDEN.because(
          "This key is one of tenant " + caller().tenant() + " and says nothing to others.");
    }
    return tenant;
  }

  void requireOperator() {
    if (!caller().operator()) {
      throw ProblemType.FORBIDDEN.because(
          "Only keys of tenant " + TenantName.OPERATOR + " may do this.");
    }
  }

  /** The body, an object with no other members than these. */
  JsonNode body(Set<String> members) {
    JsonNode body = body();
    Iterator<String> names = body.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!members.contains(name)) {
        throw invalid("The request has an unknown member; it knows " + sorted(members) + ".");
      }
    }
    return body;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  /** The body, an object. */
  JsonNode body() {
    Buffer buffer = context.body().buffer();
    try {
      JsonNode body = JSON.readTree(buffer == null ? new byte[0] : buffer.getBytes());
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw ProblemType.MALFORMED_JSON.because(
          "The body is not well-formed JSON at line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ".");
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read.", e);
    }
    throw invalid("The body is an object.");
  }

  static String text(JsonNode body, String member) {
    return optionalText(body, member)
        .orElseThrow(() -> invalid("The member \"" + member + "\" is missing."));
  }

  static Optional<String> optionalText(JsonNode body, String member) {
    JsonNode value = body.path(member);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw invalid("The member \"" + member + "\" is a text.");
    }
    return Optional.of(value.textValue());
  }

  static Problem invalid(String detail) {
    return ProblemType.INVALID_REQUEST.because(detail);
  }
}
