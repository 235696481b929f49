package dev.cairn.gateway.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.gateway.FaultyDisk;
import dev.cairn.gateway.FaultyDisk.Fault;
import dev.cairn.gateway.TestClock;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.act.ActRecord;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.device.DeviceId;
import dev.cairn.gateway.device.Fingerprint;
import dev.cairn.gateway.quota.Count;
import dev.cairn.gateway.quota.Quota;
import dev.cairn.gateway.tenant.RulesJson;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.gateway.tenant.TenantRules;
import dev.cairn.http.Permission;
import dev.cairn.http.Problem;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterTest {
  private static final SigningKey KEY = SigningKey.fromEd25519Seed(new byte[32]);
  private static final TenantName ACME = new TenantName("acme");
  private static final DeviceId LAMP = new DeviceId("lamp-1");
  private static final Fingerprint CERTIFICATE = new Fingerprint("0a".repeat(32));

  @TempDir private Path dir;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final FaultyDisk disk = new FaultyDisk();
  private final List<AutoCloseable> opened = new ArrayList<>();

  private Register open() {
    Register register = Register.open(dir, KEY, clock, new Random(), disk);
    opened.add(register);
    return register;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  /** An orderly end is no different from a kill: what must last was written before. */
  private Register reopen(Register register) {
    opened.remove(register);
    register.close();
    return open();
  }

  private static Act.KeyCreated key(TenantName tenant) {
    KeySecret secret = KeySecret.generate(new SecureRandom());
    return new Act.KeyCreated(
        tenant, secret.id(), secret.hash(), EnumSet.of(Permission.SUBMIT), "note");
  }

  private static Act.DeviceKeySet device(boolean rotation) {
    return new Act.DeviceKeySet(ACME, LAMP, KEY.didKey(), 100, rotation);
  }

  @Test
  void everyKindOfAct_isThereAfterAReopening() {
    Register register = open();
    Act.KeyCreated kept = key(ACME);
    Act.KeyCreated revoked = key(ACME);
    TenantRules rules =
        new TenantRules(
            TenantRules.DEFAULT.window(),
            TenantRules.DEFAULT.keyRate(),
            TenantRules.DEFAULT.signerRate(),
            new Quota(1, 2, 3, 4),
            true);
    register.perform("test", new Act.TenantCreated(ACME), new Act.RulesSet(ACME, rules), kept);
    for (Act act :
        List.of(
            revoked,
            new Act.KeyRevoked(ACME, revoked.key()),
            device(false),
            device(true),
            new Act.CertificateBound(ACME, LAMP, CERTIFICATE),
            new Act.CertificateBound(ACME, LAMP, new Fingerprint("0b".repeat(32))),
            new Act.CertificateReleased(ACME, LAMP, new Fingerprint("0b".repeat(32))),
            new Act.DeviceRevoked(ACME, LAMP, 500))) {
      register.perform("test", act);
    }
    List<LoggedAct> before = register.acts(Optional.empty(), 0, 100);

    Register again = reopen(register);
    assertThat(again.acts(Optional.empty(), 0, 100)).isEqualTo(before).hasSize(11);
    TenantEntry acme = again.tenant("acme").orElseThrow();
    assertThat(RulesJson.write(acme.rules())).isEqualTo(RulesJson.write(rules));
    assertThat(again.key(kept.key()).orElseThrow().isLive()).isTrue();
    assertThat(again.key(kept.key()).orElseThrow().hash()).isEqualTo(kept.hash());
    assertThat(again.key(revoked.key()).orElseThrow().isLive()).isFalse();
    assertThat(acme.device("lamp-1").orElseThrow().spans()).hasSize(2);
    assertThat(again.holder(CERTIFICATE)).contains(new CertificateHolder(ACME, LAMP));
    assertThat(again.holder(new Fingerprint("0b".repeat(32)))).isEmpty();
  }

  @Test
  void actThatMakesNoSense_isRefusedAndLeavesNoTrace() {
    Register register = open();
    assertRefused(register, "unknown-tenant", key(ACME));
    register.perform("test", new Act.TenantCreated(ACME));
    assertRefused(register, "already-there", new Act.TenantCreated(ACME));
    assertRefused(register, "already-there", new Act.TenantCreated(TenantName.DEFAULT));
    assertRefused(register, "unknown-device", device(true));
    assertRefused(register, "unknown-device", new Act.DeviceRevoked(ACME, LAMP, 1));
    assertRefused(register, "unknown-device", new Act.CertificateBound(ACME, LAMP, CERTIFICATE));
    register.perform("test", device(false));
    assertRefused(register, "already-there", device(false));
    Act.KeyCreated other = key(TenantName.DEFAULT);
    register.perform("test", other);
    assertRefused(register, "unknown-api-key", new Act.KeyRevoked(ACME, other.key()));
    assertThat(register.acts(Optional.empty(), 0, 100)).hasSize(3);
    assertThat(register.acts(Optional.of(ACME), 0, 100)).hasSize(2);
  }

  private static void assertRefused(Register register, String slug, Act act) {
    assertThatThrownBy(() -> register.perform("test", act))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.type().slug()).isEqualTo(slug));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NOT_DONE", "DONE_BUT_REPORTED_FAILED"})
  void failedWrite_isRefusedAndFoundOutBeforeTheNextAct(Fault fault) {
    Register register = open();
    Act.KeyCreated lost = key(TenantName.DEFAULT);
    disk.fail(fault, 1);
    assertRefused(register, "unavailable", lost);
    assertThat(register.key(lost.key())).isEmpty();

    Act.KeyCreated next = key(TenantName.DEFAULT);
    List<ActRecord> done = register.perform("test", next);
    boolean wasDone = fault == Fault.DONE_BUT_REPORTED_FAILED;
    assertThat(register.key(lost.key()).isPresent()).isEqualTo(wasDone);
    assertThat(done.get(0).number()).isEqualTo(wasDone ? 2 : 1);
    assertThat(reopen(register).acts(Optional.empty(), 0, 100)).hasSize(wasDone ? 2 : 1);
  }

  @Test
  void timesInTheLog_neverGoBack() {
    Register register = open();
    ActRecord first = register.perform("test", key(TenantName.DEFAULT)).get(0);
    clock.advance(Duration.ofDays(-1));
    ActRecord second = register.perform("test", key(TenantName.DEFAULT)).get(0);
    assertThat(second.at()).isEqualTo(first.at());
  }

  @Test
  void counts_surviveAReopening() {
    Register register = open();
    TenantEntry tenant = register.tenant("default").orElseThrow();
    assertThat(tenant.usage().reserve(5, 500, Quota.UNLIMITED)).isEmpty();
    tenant.usage().settle(5, 500, 3, 300);
    TenantEntry again = reopen(register).tenant("default").orElseThrow();
    assertThat(again.usage().totals().ofDay()).isEqualTo(new Count(3, 300));
    assertThat(again.usage().totals().ever()).isEqualTo(new Count(3, 300));
  }

  /** The gateway as the register sees it. */
  private static final class Inbox implements ActDelivery {
    final List<EventId> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public CompletionStage<Void> deliver(String tenant, Event event) {
      new EventVerifier(SignatureProviders.best()).verify(event);
      if (failures.getAndDecrement() > 0) {
        return CompletableFuture.failedFuture(new IllegalStateException("not now"));
      }
      taken.add(event.id());
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void awaitTaken(Register register, Inbox inbox, int count) {
    Awaitility.await().until(() -> inbox.taken.size() == count && register.undelivered() == 0);
  }

  @Test
  void events_areDeliveredInOrderUntilTheyAreAccepted() {
    Register register = open();
    Inbox inbox = new Inbox();
    inbox.failures.set(2);
    register.perform("test", new Act.TenantCreated(ACME), key(ACME));
    register.deliverTo(inbox);
    register.perform("test", key(ACME));
    awaitTaken(register, inbox, 3);
    assertThat(inbox.taken)
        .isEqualTo(
            register.acts(Optional.empty(), 0, 10).stream().map(act -> act.event().id()).toList());
  }

  @Test
  void endBetweenActAndDelivery_deliversTheSameEventAtTheNextStart() {
    Register register = open();
    register.perform("test", key(TenantName.DEFAULT));
    EventId promised = register.acts(Optional.empty(), 0, 1).get(0).event().id();

    Register again = reopen(register);
    Inbox inbox = new Inbox();
    again.deliverTo(inbox);
    awaitTaken(again, inbox, 1);
    assertThat(inbox.taken).containsExactly(promised);

    Register third = reopen(again);
    Inbox later = new Inbox();
    third.deliverTo(later);
    third.perform("test", key(TenantName.DEFAULT));
    awaitTaken(third, later, 1);
    assertThat(later.taken).doesNotContain(promised);
  }
}
