package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.keys.KeyFiles;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.event.SignerId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn sign}: makes events of payloads. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Signs a payload, or each line of a file, as an event (JWS compact, one a line).")
public final class Sign implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "-",
      description = "The payload; - is standard input (default: ${DEFAULT-VALUE}).")
  private String payload;

  @Option(
      names = "--key",
      defaultValue = "key.jwk",
      paramLabel = "FILE",
      description = "The signing key (default: ${DEFAULT-VALUE}).")
  private Path key;

  @Option(names = "--lines", description = "Each line that is not empty is a payload of its own.")
  private boolean lines;

  @Option(
      names = "--jti",
      description = "The idempotency key, 1 to 128 characters (default: a new UUID).")
  private @Nullable String jti;

  @Option(names = "--task-key", description = "Routes the event to a chain (default: the signer).")
  private @Nullable String taskKey;

  @Option(
      names = "--device",
      paramLabel = "ID",
      description = "Sign as the device that a tenant registered (default: the key's did:key).")
  private @Nullable String device;

  @Option(names = "--cty", description = "The media type of the payload.")
  private @Nullable String contentType;

  @Option(
      names = "--out",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "Where the events go (default: ${DEFAULT-VALUE}, standard output).")
  private String out;

  @Override
  public Integer call() {
    if (lines && jti != null) {
      throw Failure.doNot("--jti names one event; with --lines each line gets a new one.");
    }
    SigningKey signingKey = KeyFiles.read(key);
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    for (byte[] content : payloads()) {
      events.writeBytes(EventSigner.sign(signingKey, draft(content)));
      events.write('\n');
    }
    CommandFiles.write(out, events.toByteArray());
    return 0;
  }

  private List<byte[]> payloads() {
    byte[] content = CommandFiles.read(payload);
    if (!lines) {
      return List.of(content);
    }
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private EventDraft draft(byte[] content) {
    String key = jti == null ? UUID.randomUUID().toString() : jti;
    EventDraft draft = EventDraft.of(content, key, Instant.now().getEpochSecond());
    draft = device == null ? draft : draft.withDevice(new SignerId(device));
    draft = taskKey == null ? draft : draft.withTaskKey(taskKey);
    return contentType == null ? draft : draft.withContentType(contentType);
  }
}
