package dev.cairn.gateway.access;

import dev.cairn.evidence.event.EventHeader;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventRejection;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.gateway.device.Device;
import dev.cairn.gateway.device.Device.Span;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.quota.SignerBuckets;
import dev.cairn.gateway.quota.TokenBucket;
import dev.cairn.gateway.quota.Usage;
import dev.cairn.gateway.register.TenantEntry;
import dev.cairn.gateway.tenant.TenantRules;
import dev.cairn.http.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A submitter by the rules of its tenant.
 *
 * @param device the only one that it may submit for, where a client certificate names one
 */
record TenantSubmitter(
    TenantEntry entry,
    TokenBucket bucket,
    SignerBuckets signers,
    KeyNames keys,
    Time time,
    Optional<DeviceId> device)
    implements Submitter {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

  @Override
  public String tenant() {
    return entry.name().value();
  }

  @Override
  public Charge charge(int events, long bytes) {
    TenantRules rules = entry.rules();
    long wait = bucket.take(events, rules.keyRate(), time.nanos());
    if (wait > 0) {
      throw AccessProblems.RATE_LIMITED
          .because("Nothing of this was taken; send it again when Retry-After has passed.")
          .retryAfter(seconds(wait));
    }
    Usage usage = entry.usage();
    Optional<Instant> again = usage.reserve(events, bytes, rules.quota());
    if (again.isPresent()) {
      throw quotaExceeded(again.get());
    }
    return (newEvents, newBytes) -> usage.settle(events, bytes, newEvents, newBytes);
  }

  private static int seconds(long nanos) {
    return (int) Math.min(Integer.MAX_VALUE, (nanos + NANOS - 1) / NANOS);
  }

  private Problem quotaExceeded(Instant again) {
    long seconds = Math.max(1, again.getEpochSecond() - time.millis() / 1000);
    return AccessProblems.QUOTA_EXCEEDED
        .because("Nothing of this was taken; it would exceed the quota, which begins anew " + again)
        .retryAfter((int) Math.min(Integer.MAX_VALUE, seconds));
  }

  @Override
  public SignerKey keyOf(EventHeader header, long nowMillis) {
    TenantRules rules = entry.rules();
    if (!rules.window().admits(header.issuedAt(), nowMillis / 1000)) {
      throw new Refused(
          AccessProblems.OUTSIDE_WINDOW,
          "iat is %d and it is %d now; the tenant takes events from %d s before to %d s after."
              .formatted(
                  header.issuedAt(),
                  nowMillis / 1000,
                  rules.window().past().toSeconds(),
                  rules.window().future().toSeconds()));
    }
    if (header.byGateway()) {
      throw new Refused(
          AccessProblems.NOT_THE_GATEWAY, "An event with \"by\" is made by the gateway itself.");
    }
    String kid = header.signer().value();
    return kid.startsWith("did:") ? named(kid, header, rules) : registered(kid, header);
  }

  private SignerKey named(String kid, EventHeader header, TenantRules rules) {
    SignerKey itself = keys.get(kid);
    if (device.isPresent()) {
      Optional<Span> span = entry.device(device.get().value()).flatMap(known -> at(known, header));
      if (span.flatMap(Span::key).filter(itself.key()::equals).isEmpty()) {
        throw wrongDevice(device.get());
      }
    } else if (rules.registeredOnly()) {
      throw new Refused(
          AccessProblems.UNREGISTERED_SIGNER,
          "kid has to be the id of a registered device; a did:key is not taken.");
    }
    return itself;
  }

  private static Refused wrongDevice(DeviceId bound) {
    return new Refused(
        AccessProblems.WRONG_DEVICE, "With this certificate only device " + bound + " submits.");
  }

  private SignerKey registered(String kid, EventHeader header) {
    if (device.isPresent() && !device.get().value().equals(kid)) {
      throw wrongDevice(device.get());
    }
    Span span =
        entry
            .device(kid)
            .flatMap(known -> at(known, header))
            .orElseThrow(
                () ->
                    new EventRejected(
                        EventRejection.UNKNOWN_KEY,
                        "kid is neither a did:key nor a device that was registered at iat."));
    return span.key()
        .map(key -> new SignerKey(key, Optional.of(new DeviceKey(tenant(), key))))
        .orElseThrow(
            () ->
                new Refused(
                    AccessProblems.REVOKED_KEY,
                    "The device is revoked from "
                        + span.fromSeconds()
                        + " on; iat is "
                        + header.issuedAt()
                        + "."));
  }

  private static Optional<Span> at(Device known, EventHeader header) {
    return known.at(header.issuedAt());
  }

  @Override
  public void meter(EventHeader header) {
    long wait =
        signers.take(tenant(), header.signer().value(), entry.rules().signerRate(), time.nanos());
    if (wait > 0) {
      throw new Refused(
          AccessProblems.SIGNER_RATE_LIMITED,
          "This signer's rate is used up; send the event again after " + seconds(wait) + " s.");
    }
  }
}
