package dev.cairn.gateway.admin;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.PublicJwk;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.Device.Span;
import dev.cairn.http.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Devices as JSON, and what requests say about them. */
final class DeviceJson {
  static final Schema JWK =
      Schema.anyObject("Public JWK: OKP Ed25519, EC P-256 or EC secp256k1; or say `key`");
  static final Schema DID_KEY = Schema.string("The public key as did:key; or say `jwk`");
  static final Schema FROM =
      Schema.string("RFC 3339 time, or seconds since 1970; compared with the event's iat");

  static final Schema SCHEMA =
      Schema.object(
          "A device.",
          List.of(
              required("device", Schema.string("its id, which events name as kid")),
              required(
                  "keys",
                  Schema.array(
                      "each until the next begins",
                      Schema.object(
                          "A key, or that there is none.",
                          List.of(
                              required("from", Schema.string("RFC 3339")),
                              optional("key", Schema.string("did:key; absent: revoked")))))),
              required(
                  "certificates",
                  Schema.array("SHA-256 fingerprints", Schema.string("64 hexadecimal digits")))));

  private DeviceJson() {}

  static ObjectNode of(Device device) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("device", device.id().value());
    ArrayNode keys = json.putArray("keys");
    for (Span span : device.spans()) {
      ObjectNode key =
          keys.addObject().put("from", Instant.ofEpochSecond(span.fromSeconds()).toString());
      span.key().ifPresent(known -> key.put("key", known.toString()));
    }
    ArrayNode certificates = json.putArray("certificates");
    device.certificates().stream().map(Object::toString).sorted().forEach(certificates::add);
    return json;
  }

  static DidKey key(JsonNode body) {
    if (body.has("jwk") == body.has("key")) {
      throw AdminCall.invalid("The public key is given as \"jwk\" or as \"key\", a did:key.");
    }
    return body.has("jwk")
        ? PublicJwk.parse(body.get("jwk"))
        : DidKey.parse(AdminCall.text(body, "key"))
            .orElseThrow(
                () -> AdminCall.invalid("\"key\" is no did:key of a supported algorithm."));
  }

  /** When something holds from, in seconds since 1970. */
  static Optional<Long> from(JsonNode body) {
    JsonNode from = body.path("from");
    if (from.isMissingNode()) {
      return Optional.empty();
    }
    if (from.isIntegralNumber() && from.canConvertToInt()) {
      return Optional.of(from.longValue());
    }
    try {
      return Optional.of(OffsetDateTime.parse(from.asText()).toEpochSecond());
    } catch (DateTimeException e) {
      throw AdminCall.invalid(
          "\"from\" is a time such as 2026-11-20T12:00:00Z, or seconds since 1970.");
    }
  }
}
