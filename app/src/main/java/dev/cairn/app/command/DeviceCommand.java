package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.exit.Failure;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn device}: which key a device id means at which time. */
@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description =
        "Registers devices of a tenant at a running instance, so that kid may be their id.")
public final class DeviceCommand implements Runnable {
  private static final String DEVICES = "/v1/admin/devices";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Name a subcommand: register, rotate, revoke, bind, release or list.");
  }

  @Command(mixinStandardHelpOptions = true, description = "Registers a device with its first key.")
  int register(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "DEVICE", description = "Its id.") String device,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "KEY",
              description = "Its public key: a did:key, or a file with a JWK.")
          String key,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "Valid for events from then on, RFC 3339 (default: of any time).")
          String from) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("device", device);
    return change(admin, DEVICES, withKey(body, key, from));
  }

  @Command(mixinStandardHelpOptions = true, description = "Gives a device another key.")
  int rotate(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "DEVICE", description = "Its id.") String device,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "KEY",
              description = "Its next public key: a did:key, or a file with a JWK.")
          String key,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "For events from then on, RFC 3339 (default: now).")
          String from) {
    ObjectNode body = withKey(JsonNodeFactory.instance.objectNode(), key, from);
    return change(admin, DEVICES + "/" + AdminOption.escaped(device) + "/keys", body);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Revokes a device: its events from that time on are refused.")
  int revoke(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "DEVICE", description = "Its id.") String device,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "From when, RFC 3339; may lie in the past (default: now).")
          String from) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (from != null) {
      body.put("from", from);
    }
    return change(admin, DEVICES + "/" + AdminOption.escaped(device) + "/revocation", body);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Binds a client certificate: who presents it submits as the device, keyless.")
  int bind(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "DEVICE", description = "Its id.") String device,
      @Option(
              names = "--cert",
              required = true,
              paramLabel = "FILE",
              description = "The certificate (PEM or DER).")
          String file) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("fingerprint", fingerprint(file));
    return change(admin, certificates(device), body);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Releases a client certificate: it belongs to no device any more.")
  int release(
      @Mixin AdminOption admin,
      @Parameters(paramLabel = "DEVICE", description = "Its id.") String device,
      @Option(
              names = "--cert",
              required = true,
              paramLabel = "FILE",
              description = "The certificate (PEM or DER).")
          String file) {
    print(admin.delete(certificates(device) + "/" + fingerprint(file)));
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lists the devices of a tenant, one JSON object a line.")
  int list(@Mixin AdminOption admin) {
    String after = "";
    do {
      JsonNode page = admin.get(DEVICES + "?limit=1000&after=" + AdminOption.escaped(after));
      page.path("devices").forEach(this::print);
      after = page.path("next").asText("");
    } while (!after.isEmpty());
    return 0;
  }

  private int change(AdminOption admin, String path, JsonNode body) {
    print(admin.ask("POST", path, body));
    return 0;
  }

  private void print(JsonNode device) {
    spec.commandLine().getOut().println(device);
  }

  private static String certificates(String device) {
    return DEVICES + "/" + AdminOption.escaped(device) + "/certificates";
  }

  /** A private JWK is a usual slip: only what may be told of it is sent. */
  private static ObjectNode withKey(ObjectNode body, String key, String from) {
    if (from != null) {
      body.put("from", from);
    }
    if (key.startsWith("did:key:")) {
      return body.put("key", key);
    }
    return body.put("key", PublicKeyFile.didKey(key).toString());
  }

  private static String fingerprint(String file) {
    try {
      byte[] certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(CommandFiles.read(file)))
              .getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    } catch (GeneralSecurityException wrong) {
      throw Failure.doNot(file + " holds no certificate.", wrong);
    }
  }
}
