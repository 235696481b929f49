package dev.cairn.app;

import static dev.cairn.app.BadRequest.EVENTS;
import static dev.cairn.app.BadRequest.VERIFY;
import static dev.cairn.app.BadRequest.encoded;
import static dev.cairn.app.BadRequest.event;
import static dev.cairn.app.BadRequest.get;
import static dev.cairn.app.BadRequest.gzip;
import static dev.cairn.app.BadRequest.json;
import static dev.cairn.app.BadRequest.typed;

import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The bad requests of docs/bad-input.md, in its order. */
final class BadRequests {
  private static final String NDJSON = "application/x-ndjson";
  private static final String ZERO_ID = "A".repeat(43);
  private static final String CATALOG = "/v1/audit/catalog";
  private static final String NO_BATCH = "01900000-0000-7000-8000-000000000000";
  private static final SigningKey KEY = key(SignatureAlgorithm.EDDSA);
  private static final SigningKey OTHER = key(SignatureAlgorithm.EDDSA);

  private BadRequests() {}

  private static SigningKey key(SignatureAlgorithm algorithm) {
    return SigningKey.generate(algorithm, new SecureRandom());
  }

  /** A good event with this idempotency key and payload. */
  static String signed(String jti, String payload) {
    byte[] content = payload.getBytes(StandardCharsets.UTF_8);
    return new String(
        EventSigner.sign(KEY, EventDraft.of(content, jti, 1_700_000_000)),
        StandardCharsets.US_ASCII);
  }

  private static String b64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An event with this protected header, and a signature that is none. */
  private static String headed(String members) {
    String header = "{" + members.replace('\'', '"').replace("DID", KEY.didKey().toString()) + "}";
    return b64(header) + "." + b64("payload") + "." + "A".repeat(86);
  }

  private static String with(String good, int part, String replacement) {
    String[] parts = good.split("\\.", -1);
    parts[part] = replacement;
    return String.join(".", parts);
  }

  /** All of them; an event with idempotency key "taken" has been accepted before. */
  static List<BadRequest> all() {
    List<BadRequest> all = new ArrayList<>(bodies());
    all.addAll(events());
    all.addAll(encodings());
    all.addAll(access());
    all.addAll(resources());
    all.addAll(verification());
    all.addAll(bareHttp());
    return all;
  }

  private static List<BadRequest> access() {
    String good = signed("access", "a");
    String two = "{\"events\":[\"" + good + "\",\"" + signed("access-2", "a") + "\"]}";
    String future = String.valueOf(4_000_000_000L);
    return List.of(
        get("an API key that is none", CATALOG, 401, "unauthenticated").withKey("none"),
        new BadRequest(
            "another scheme than `Bearer`",
            "GET " + CATALOG,
            "Authorization: Basic eDp5\r\n",
            new byte[0],
            401,
            "unauthenticated"),
        get("administration without a key", "/v1/admin/keys", 401, "unauthenticated"),
        get("a key without that permission", CATALOG, 403, "forbidden").withKey("submit"),
        json("a new tenant by a tenant", "POST /v1/admin/tenants", "{}", 403, "forbidden")
            .withKey("submit"),
        event("more than the rate of a key", good, 429, "rate-limited").withKey("rate"),
        json("more than the quota", EVENTS, two, 429, "quota-exceeded").withKey("quota"),
        event("an event before the tenant's window", good, 400, "outside-time-window")
            .withKey("window"),
        event(
            "an event of the future",
            headed(
                "'alg':'EdDSA','typ':'cairn-event+jws','kid':'DID','iat':%s,'jti':'1'"
                    .formatted(future)),
            400,
            "outside-time-window"),
        event("a did:key where devices are registered", good, 403, "unregistered-signer")
            .withKey("strict"),
        event(
            "`by: gateway` from outside",
            headed(
                "'alg':'EdDSA','typ':'cairn-event+jws','kid':'DID','iat':1700000000,'jti':'1',"
                    + "'by':'gateway'"),
            403,
            "not-the-gateway"));
  }

  private static List<BadRequest> bodies() {
    String good = signed("a", "a");
    return List.of(
        json("JSON that breaks off", EVENTS, "{\"events\":[", 400, "malformed-json"),
        json("text after the JSON", EVENTS, "{\"events\":[]}x", 400, "malformed-json"),
        json(
            "a member twice",
            EVENTS,
            "{\"events\":[\"" + good + "\"],\"events\":[\"" + good + "\"]}",
            400,
            "malformed-json"),
        json(
            "arrays 5,000 deep",
            EVENTS,
            "{\"events\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
            400,
            "malformed-json"),
        json("an array instead of an object", EVENTS, "[]", 400, "invalid-request"),
        json("no member `events`", EVENTS, "{}", 400, "invalid-request"),
        json("an unknown member", EVENTS, "{\"events\":[],\"x\":1}", 400, "invalid-request"),
        json("`ttl` below 0", EVENTS, "{\"events\":[],\"ttl\":-1}", 400, "invalid-request"),
        json("an empty batch", EVENTS, "{\"events\":[]}", 400, "empty-batch"),
        typed("a stream of blank lines", EVENTS, NDJSON, "\n\n", 400, "empty-batch"),
        typed(
            "a stream whose only line breaks off",
            EVENTS,
            NDJSON,
            good.substring(0, 40),
            400,
            "malformed-jws"),
        json(
            "10,001 events",
            EVENTS,
            "{\"events\":[\"a\"" + ",\"a\"".repeat(10_000) + "]}",
            413,
            "too-many-events"),
        json(
            "a body of 8 MiB and one byte",
            EVENTS,
            " ".repeat((8 << 20) + 1),
            413,
            "body-too-large"),
        typed("no media type", EVENTS, "", "{}", 415, "unsupported-media-type"),
        typed("text/plain", EVENTS, "text/plain", "{}", 415, "unsupported-media-type"));
  }

  private static List<BadRequest> events() {
    String good = signed("b", "b");
    String head = "'typ':'cairn-event+jws','kid':'DID','iat':1700000000,'jti':'b'";
    String es256 = key(SignatureAlgorithm.ES256).didKey().toString();
    return List.of(
        event("an event that is no JWS", "eyJhbGciOi...", 400, "malformed-jws"),
        event("padding behind the signature", good + "=", 400, "malformed-jws"),
        event("no signature", with(good, 2, ""), 400, "missing-signature"),
        event("another payload", with(good, 1, b64("c")), 400, "bad-signature"),
        event("a signature of zeros", headed("'alg':'EdDSA'," + head), 400, "bad-signature"),
        event(
            "another device's `kid`",
            headed("'alg':'EdDSA'," + head.replace("DID", OTHER.didKey().toString())),
            400,
            "bad-signature"),
        event("`alg: none`", headed("'alg':'none'," + head), 400, "alg-none"),
        event("`alg: HS256`", headed("'alg':'HS256'," + head), 400, "unsupported-alg"),
        event(
            "`kid` of another algorithm",
            headed("'alg':'EdDSA'," + head.replace("DID", es256)),
            400,
            "wrong-key-type"),
        event(
            "`kid` that is no did:key",
            headed("'alg':'EdDSA'," + head.replace("DID", "device-7")),
            400,
            "unknown-key"),
        event(
            "`typ: JWT`",
            headed("'alg':'EdDSA'," + head.replace("cairn-event+jws", "JWT")),
            400,
            "wrong-typ"),
        event(
            "`crit`", headed("'alg':'EdDSA'," + head + ",'crit':['b64']"), 400, "crit-unsupported"),
        event(
            "no `jti`",
            headed("'alg':'EdDSA'," + head.replace(",'jti':'b'", "")),
            400,
            "malformed-header"),
        event(
            "a header member twice",
            headed("'alg':'EdDSA'," + head + ",'jti':'c'"),
            400,
            "malformed-header"),
        event(
            "a header of 8 kB",
            headed("'alg':'EdDSA'," + head + ",'x':'" + "x".repeat(8192) + "'"),
            400,
            "header-too-large"),
        event("an event of 80 kB", signed("big", "x".repeat(60_000)), 413, "event-too-large"),
        event("other bytes under a known `jti`", signed("taken", "2"), 409, "idempotency-conflict"),
        json(
            "two bad events of different kinds",
            EVENTS,
            "{\"events\":[\"a\",\"" + with(good, 2, "") + "\"]}",
            400,
            "no-event-accepted"));
  }

  private static List<BadRequest> encodings() {
    byte[] plain = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
    return List.of(
        encoded("an empty batch in gzip", EVENTS, "gzip", gzip(plain), 400, "empty-batch"),
        encoded("gzip that is none", EVENTS, "gzip", plain, 400, "invalid-request"),
        encoded(
            "gzip of 64 MiB of blanks",
            EVENTS,
            "gzip",
            gzip(" ".repeat(64 << 20).getBytes(StandardCharsets.US_ASCII)),
            413,
            "body-too-large"),
        encoded("an unknown encoding", EVENTS, "rot13", plain, 415, "unsupported-media-type"));
  }

  private static List<BadRequest> resources() {
    String catalog = "/v1/audit/catalog";
    return List.of(
        get("an event id of 3 characters", "/v1/evidence/abc", 400, "invalid-request"),
        get(
            "an event id with stray bits",
            "/v1/evidence/" + "B".repeat(43),
            400,
            "invalid-request"),
        get("an event id that nobody has", "/v1/evidence/" + ZERO_ID, 404, "unknown-event"),
        get("a batch id that is none", "/v1/batches/1", 400, "invalid-request"),
        get("a batch id that nobody has", "/v1/batches/" + NO_BATCH, 404, "unknown-batch"),
        get("the proof of no batch", "/v1/proof/" + NO_BATCH, 404, "unknown-batch"),
        get("an unknown state", "/v1/batches/" + NO_BATCH + "?wait=never", 400, "invalid-request"),
        get(
            "a wait of an hour",
            "/v1/evidence/" + ZERO_ID + "?timeout=3600",
            400,
            "invalid-request"),
        get("an unknown parameter", catalog + "?tenant=a", 400, "invalid-request"),
        get("a parameter twice", catalog + "?limit=1&limit=2", 400, "invalid-request"),
        get("a page of 0", catalog + "?limit=0", 400, "invalid-request"),
        get("a page of 1,001", catalog + "?limit=1001", 400, "invalid-request"),
        get("a page after nothing", catalog + "?after=" + NO_BATCH, 400, "invalid-request"),
        get("a time that is none", catalog + "?from=yesterday", 400, "invalid-request"),
        get(
            "an end before its start",
            catalog + "?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
            400,
            "invalid-request"),
        get("a trust file since never", "/v1/trust?since=never", 400, "invalid-request"),
        get("a path that is not served", "/v2", 404, "not-found"));
  }

  private static List<BadRequest> verification() {
    return List.of(
        json("nothing to verify", VERIFY, "{}", 400, "invalid-request"),
        json("evidence that breaks off", VERIFY, "{\"evidence\":1,", 400, "malformed-json"),
        json("arrays 5,000 deep", VERIFY, "[".repeat(5000), 400, "malformed-json"),
        json(
            "a claim without a leaf",
            VERIFY,
            "{\"proof\":{},\"merkleRoot\":\"" + ZERO_ID + "\"}",
            400,
            "invalid-request"),
        typed("text/plain", VERIFY, "text/plain", "{}", 415, "unsupported-media-type"),
        json("a body of 8 MiB", VERIFY, " ".repeat(8 << 20), 413, "body-too-large"));
  }

  private static List<BadRequest> bareHttp() {
    return List.of(
        get("the wrong verb", "/v1/events/batch", 405, "method-not-allowed"),
        typed("a verb of one's own", "BREW /v1/events/batch", "", "", 405, "method-not-allowed"),
        get("a broken escape in the path", "/v1/evidence/%zz", 400, "invalid-request"),
        get("a path of 5,000 characters", "/" + "a".repeat(5000), 414, "uri-too-long"),
        new BadRequest(
            "headers of 10,000 characters",
            "GET /healthz",
            "X-Long: " + "a".repeat(10_000) + "\r\n",
            new byte[0],
            431,
            "headers-too-large"),
        new BadRequest(
            "a header with a blank in its name",
            "GET /healthz",
            "Bad Name: x\r\n",
            new byte[0],
            400,
            "invalid-request"),
        new BadRequest(
            "both a length and chunks",
            EVENTS,
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            new byte[0],
            400,
            "invalid-request"));
  }
}
