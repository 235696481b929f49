package dev.cairn.gateway.access;

import dev.cairn.gateway.apikey.ApiKey;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.quota.SignerBuckets;
import dev.cairn.gateway.quota.TokenBucket;
import dev.cairn.gateway.register.CertificateHolder;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.register.TenantEntry;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Caller;
import dev.cairn.http.Gatekeeper;
import dev.cairn.http.Permission;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The gatekeeper of an instance with a register. A caller is known by an API key ({@code
 * Authorization: Bearer}), else by a client certificate that belongs to a device, else it is
 * anyone; anyone may use tenant {@code default}, except to administer, unless keys are required.
 */
public final class KeyGate implements Gatekeeper, Entrance {
  private static final String SUBMITTER = "dev.cairn.gateway.submitter";
  private static final String BEARER = "Bearer ";

  private static final Set<Permission> ANYONE_MAY =
      EnumSet.of(Permission.SUBMIT, Permission.READ, Permission.AUDIT);

  /** A device brings its events, and looks whether they have arrived. */
  private static final Set<Permission> DEVICE_MAY = EnumSet.of(Permission.SUBMIT, Permission.READ);

  private static final Caller ANYONE =
      new Caller(TenantName.DEFAULT.value(), "anyone", ANYONE_MAY, false);

  private final Register register;
  private final boolean keysRequired;
  private final Time time;
  private final KeyNames keys = new KeyNames();
  private final SignerBuckets signers = new SignerBuckets();

  /** By name of the caller, which is registered, so there are only so many. */
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  public KeyGate(Register register, boolean keysRequired, Time time) {
    this.register = register;
    this.keysRequired = keysRequired;
    this.time = time;
  }

  @Override
  public Caller admit(RoutingContext context, Permission needed) {
    if (needed == Permission.NONE) {
      return ANYONE;
    }
    Visit visit = visit(context);
    if (!visit.caller().may(needed)) {
      throw visit.caller().equals(ANYONE) ? keyMissing() : forbidden(visit.caller(), needed);
    }
    if (needed == Permission.SUBMIT) {
      context.put(SUBMITTER, submitter(visit));
    }
    return visit.caller();
  }

  /** Who came, and the device that it is bound to. */
  private record Visit(Caller caller, Optional<DeviceId> device) {}

  private Visit visit(RoutingContext context) {
    List<String> headers = context.request().headers().getAll("Authorization");
    if (!headers.isEmpty()) {
      return new Visit(byKey(headers), Optional.empty());
    }
    Optional<X509Certificate> certificate = certificate(context);
    if (certificate.isPresent()) {
      return byCertificate(certificate.get());
    }
    if (keysRequired) {
      throw keyMissing();
    }
    return new Visit(ANYONE, Optional.empty());
  }

  private static Problem keyMissing() {
    return unauthenticated("Send an API key: Authorization: Bearer cairn_…");
  }

  private static Problem unauthenticated(String detail) {
    return ProblemType.UNAUTHENTICATED.because(detail);
  }

  private static Problem forbidden(Caller caller, Permission needed) {
    return ProblemType.FORBIDDEN.because(
        "This needs the permission " + needed.text() + ", which " + caller.name() + " has not.");
  }

  // What is wrong with a key is not said: whoever guesses shall not learn what was nearly right.
  private Caller byKey(List<String> headers) {
    String header = headers.get(0);
    if (headers.size() > 1 || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw unauthenticated(
          "The header Authorization is \"Bearer\", a blank and an API key, once.");
    }
    ApiKey key =
        KeySecret.parse(header.substring(BEARER.length()).strip())
            .flatMap(this::live)
            .orElseThrow(() -> unauthenticated("This API key is unknown or was revoked."));
    return new Caller(
        key.tenant().value(),
        "key:" + key.id(),
        key.permissions(),
        key.tenant().equals(TenantName.OPERATOR));
  }

  private Optional<ApiKey> live(KeySecret secret) {
    return register
        .key(secret.id())
        .filter(known -> known.hash().equals(secret.hash()))
        .filter(ApiKey::isLive);
  }

  private static Optional<X509Certificate> certificate(RoutingContext context) {
    if (!context.request().isSSL()) {
      return Optional.empty();
    }
    try {
      List<Certificate> chain = context.request().connection().peerCertificates();
      return chain.isEmpty() ? Optional.empty() : Optional.of((X509Certificate) chain.get(0));
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }

  /** TLS has proved that the client has the certificate's key; here only whose it is matters. */
  private Visit byCertificate(X509Certificate certificate) {
    CertificateHolder holder =
        register
            .holder(Fingerprint.of(certificate))
            .orElseThrow(() -> unauthenticated("The client certificate belongs to no device."));
    Instant now = Instant.ofEpochMilli(time.millis());
    if (now.isBefore(certificate.getNotBefore().toInstant())
        || now.isAfter(certificate.getNotAfter().toInstant())) {
      throw unauthenticated("The client certificate is not valid at this time.");
    }
    if (register
        .tenant(holder.tenant().value())
        .flatMap(tenant -> tenant.device(holder.device().value()))
        .flatMap(device -> device.at(now.getEpochSecond()))
        .flatMap(Device.Span::key)
        .isEmpty()) {
      throw unauthenticated("The device of the client certificate has no valid key now.");
    }
    Caller caller =
        new Caller(holder.tenant().value(), "certificate:" + holder.device(), DEVICE_MAY, false);
    return new Visit(caller, Optional.of(holder.device()));
  }

  private Submitter submitter(Visit visit) {
    TenantEntry tenant = register.tenant(visit.caller().tenant()).orElseThrow();
    TokenBucket bucket =
        buckets.computeIfAbsent(
            tenant.name() + "/" + visit.caller().name(), name -> new TokenBucket(time.nanos()));
    return new TenantSubmitter(tenant, bucket, signers, keys, time, visit.device());
  }

  @Override
  public Submitter admit(RoutingContext request) {
    return Objects.requireNonNull(
        request.get(SUBMITTER), "The surface let a submitter pass without asking this gatekeeper.");
  }
}
