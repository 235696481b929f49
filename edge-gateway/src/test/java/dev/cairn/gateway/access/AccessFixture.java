package dev.cairn.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.gateway.Gateway;
import dev.cairn.gateway.GatewaySettings;
import dev.cairn.gateway.act.Act;
import dev.cairn.gateway.admin.AdminEndpoints;
import dev.cairn.gateway.apikey.KeySecret;
import dev.cairn.gateway.register.Register;
import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Endpoint;
import dev.cairn.http.HttpSurface;
import dev.cairn.http.Permission;
import dev.cairn.http.SurfaceRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway with a register, whose keys are required, behind HTTP on a free port of loopback. */
final class AccessFixture implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SigningKey GATEWAY = SigningKey.fromEd25519Seed(new byte[32]);

  final Register register;
  final String operator;

  /** The monotonic clock that rates follow: it stands until a test moves it. */
  final AtomicLong nanos = new AtomicLong();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Gateway gateway;
  private final HttpServer server;

  AccessFixture(Path dir, boolean keysRequired) {
    Clock clock = Clock.systemUTC();
    register = Register.open(dir.resolve("access"), GATEWAY, clock, new Random());
    operator = key(TenantName.OPERATOR, EnumSet.of(Permission.ADMIN, Permission.AUDIT));
    KeyGate gate = new KeyGate(register, keysRequired, new Time(clock, nanos::get));
    gateway =
        Gateway.open(
            GatewaySettings.of(dir.resolve("gateway")),
            clock,
            new Random(),
            GATEWAY,
            SignatureProviders.best(),
            taskKey -> 0,
            gate,
            new SimpleMeterRegistry());
    register.deliverTo(gateway::take);
    List<Endpoint> endpoints = new ArrayList<>(gateway.endpoints());
    endpoints.addAll(AdminEndpoints.list(register, clock, new SecureRandom()));
    server =
        get(
            vertx
                .createHttpServer()
                .requestHandler(
                    HttpSurface.router(vertx, endpoints, new SurfaceRules(gate, Set.of())))
                .listen(0, "127.0.0.1"));
  }

  Gateway gateway() {
    return gateway;
  }

  /** A new key with these permissions. */
  String key(TenantName tenant, Set<Permission> permissions) {
    KeySecret secret = KeySecret.generate(new SecureRandom());
    register.perform(
        "test", new Act.KeyCreated(tenant, secret.id(), secret.hash(), permissions, ""));
    return secret.reveal();
  }

  /** A new tenant with these rules; its key may do everything. */
  String tenant(String name, String rules) throws Exception {
    HttpResponse<String> made =
        send(
            operator,
            "POST",
            "/v1/admin/tenants",
            "{\"tenant\":\"%s\",\"rules\":%s}".formatted(name, rules));
    if (made.statusCode() != 201) {
      throw new AssertionError(made.body());
    }
    return key(
        new TenantName(name),
        EnumSet.of(Permission.SUBMIT, Permission.READ, Permission.AUDIT, Permission.ADMIN));
  }

  /** Sends a request; without a key if that is empty. */
  HttpResponse<String> send(String key, String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String key, String... events) throws Exception {
    return send(
        key, "POST", "/v1/events/batch", "{\"events\":[\"" + String.join("\",\"", events) + "\"]}");
  }

  int port() {
    return server.actualPort();
  }

  static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }

  /** The last part of the problem's type. */
  static String problem(HttpResponse<String> response) throws Exception {
    return json(response).path("type").asText().replace("urn:cairn:problem:", "");
  }

  @Override
  public void close() {
    gateway.close();
    get(vertx.close());
    register.close();
  }

  private static <T> T get(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
