package dev.cairn.app.instance;

import dev.cairn.gateway.access.KeyGate;
import dev.cairn.gateway.access.Time;
import dev.cairn.gateway.admin.AdminEndpoints;
import dev.cairn.gateway.register.Register;
import dev.cairn.http.Endpoint;
import dev.cairn.http.SurfaceRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Who may come in: the register, the gatekeeper that asks it, and its administration. */
final class Access implements AutoCloseable {
  private final Register register;
  private final KeyGate gate;
  private final List<Endpoint> endpoints;
  private final SurfaceRules rules;

  private Access(Register register, KeyGate gate, List<Endpoint> endpoints, SurfaceRules rules) {
    this.register = register;
    this.gate = gate;
    this.endpoints = endpoints;
    this.rules = rules;
  }

  /** Opens the register in the data directory; the first time, makes the operator's key. */
  static Access open(Ground ground, SurfaceSettings settings) {
    Clock clock = ground.clock();
    SecureRandom random = ground.random();
    Register register =
        Register.open(ground.data().resolve("access"), ground.gatewayKey(), clock, random);
    try {
      new OperatorKey(ground.data()).ensure(register, random);
      KeyGate gate = new KeyGate(register, settings.keysRequired(), Time.of(clock));
      return new Access(
          register,
          gate,
          AdminEndpoints.list(register, clock, random),
          new SurfaceRules(gate, settings.origins()));
    } catch (RuntimeException failed) {
      register.close();
      throw failed;
    }
  }

  KeyGate gate() {
    return gate;
  }

  Register register() {
    return register;
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  SurfaceRules rules() {
    return rules;
  }

  @Override
  public void close() {
    register.close();
  }
}
