package dev.cairn.gateway.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.gateway.act.Act.CertificateBound;
import dev.cairn.gateway.act.Act.CertificateReleased;
import dev.cairn.gateway.act.Act.DeviceKeySet;
import dev.cairn.gateway.act.Act.DeviceRevoked;
import dev.cairn.gateway.act.Act.KeyCreated;
import dev.cairn.gateway.act.Act.KeyRevoked;
import dev.cairn.gateway.act.Act.RulesSet;
import dev.cairn.gateway.act.Act.TenantCreated;
import dev.cairn.gateway.apikey.KeyHash;
import dev.cairn.gateway.apikey.KeyId;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.tenant.RulesJson;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.gateway.tenant.TenantRules;
import dev.cairn.http.Permission;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Acts as JSON: the payload of their events, and thereby the format of the log. Names stay as they
 * are for good.
 */
public final class ActJson {
  /** Media type of the payload. */
  public static final String MEDIA_TYPE = "application/vnd.cairn.act+json";

  private static final String DEVICE = "device";
  private static final String KEY = "key";
  private static final String FROM = "from";
  private static final String CERTIFICATE = "certificate";

  private ActJson() {}

  /** {@code {"act","number","at","by","tenant", …}}. */
  public static ObjectNode write(ActRecord entry) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("act", name(entry.act()))
            .put("number", entry.number())
            .put("at", entry.at().toString())
            .put("by", entry.by())
            .put("tenant", entry.act().tenant().value());
    addDetails(json, entry.act());
    return json;
  }

  private static String name(Act act) {
    if (act instanceof TenantCreated) {
      return "tenant-created";
    } else if (act instanceof RulesSet) {
      return "rules-set";
    } else if (act instanceof KeyCreated) {
      return "key-created";
    } else if (act instanceof KeyRevoked) {
      return "key-revoked";
    } else if (act instanceof DeviceKeySet set) {
      return set.rotation() ? "device-rotated" : "device-registered";
    } else if (act instanceof DeviceRevoked) {
      return "device-revoked";
    } else if (act instanceof CertificateBound) {
      return "certificate-bound";
    }
    return "certificate-released";
  }

  private static void addDetails(ObjectNode json, Act act) {
    if (act instanceof RulesSet set) {
      json.set("rules", RulesJson.write(set.rules()));
    } else if (act instanceof KeyCreated created) {
      json.put(KEY, created.key().value()).put("sha256", created.hash().toString());
      ArrayNode permissions = json.putArray("permissions");
      created.permissions().stream().sorted().map(Permission::text).forEach(permissions::add);
      json.put("note", created.note());
    } else if (act instanceof KeyRevoked revoked) {
      json.put(KEY, revoked.key().value());
    } else if (act instanceof DeviceKeySet set) {
      json.put(DEVICE, set.device().value());
      json.put(KEY, set.key().toString()).put(FROM, set.fromSeconds());
    } else if (act instanceof DeviceRevoked revoked) {
      json.put(DEVICE, revoked.device().value()).put(FROM, revoked.fromSeconds());
    } else if (act instanceof CertificateBound bound) {
      json.put(DEVICE, bound.device().value()).put(CERTIFICATE, bound.certificate().hex());
    } else if (act instanceof CertificateReleased released) {
      json.put(DEVICE, released.device().value()).put(CERTIFICATE, released.certificate().hex());
    }
  }

  /** Reads what {@link #write} wrote; anything else is an {@link IllegalArgumentException}. */
  public static ActRecord read(JsonNode json) {
    return new ActRecord(
        json.path("number").longValue(),
        Instant.parse(text(json, "at")),
        text(json, "by"),
        act(json, new TenantName(text(json, "tenant"))));
  }

  private static Act act(JsonNode json, TenantName tenant) {
    String name = text(json, "act");
    return switch (name) {
      case "tenant-created" -> new TenantCreated(tenant);
      case "rules-set" ->
          new RulesSet(tenant, RulesJson.change(TenantRules.DEFAULT, json.path("rules")));
      case "key-created" -> keyCreated(json, tenant);
      case "key-revoked" -> new KeyRevoked(tenant, new KeyId(text(json, KEY)));
      case "device-registered" -> deviceKeySet(json, tenant, false);
      case "device-rotated" -> deviceKeySet(json, tenant, true);
      case "device-revoked" -> new DeviceRevoked(tenant, device(json), json.path(FROM).longValue());
      case "certificate-bound" -> new CertificateBound(tenant, device(json), certificate(json));
      case "certificate-released" ->
          new CertificateReleased(tenant, device(json), certificate(json));
      default -> throw new IllegalArgumentException("This program knows no act \"" + name + "\".");
    };
  }

  private static DeviceKeySet deviceKeySet(JsonNode json, TenantName tenant, boolean rotation) {
    return new DeviceKeySet(
        tenant, device(json), didKey(json), json.path(FROM).longValue(), rotation);
  }

  private static KeyCreated keyCreated(JsonNode json, TenantName tenant) {
    Set<Permission> permissions = new LinkedHashSet<>();
    for (JsonNode permission : json.path("permissions")) {
      permissions.add(
          Permission.parse(permission.asText())
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no permission " + permission)));
    }
    KeyHash hash = KeyHash.parse(text(json, "sha256"));
    return new KeyCreated(
        tenant, new KeyId(text(json, KEY)), hash, permissions, text(json, "note"));
  }

  private static DeviceId device(JsonNode json) {
    return new DeviceId(text(json, DEVICE));
  }

  private static DidKey didKey(JsonNode json) {
    return DidKey.parse(text(json, KEY))
        .orElseThrow(() -> new IllegalArgumentException("A device's key is a did:key."));
  }

  private static Fingerprint certificate(JsonNode json) {
    return new Fingerprint(text(json, CERTIFICATE));
  }

  private static String text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("An act has a text \"" + member + "\"; this one has not.");
    }
    return value.textValue();
  }
}
