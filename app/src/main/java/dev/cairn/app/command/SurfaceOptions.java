package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.SurfaceSettings;
import dev.cairn.app.instance.TlsFiles;
import dev.cairn.http.ConnectionLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about where and to whom an instance answers. */
final class SurfaceOptions {

  @Option(
      names = "--host",
      defaultValue = SurfaceSettings.DEFAULT_HOST,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + SurfaceSettings.DEFAULT_PORT,
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--require-keys",
      description =
          "Refuse requests without an API key or a device's certificate; `cairn tenant create` and"
              + " `cairn key create` make keys.")
  private boolean requireKeys;

  @Option(
      names = "--open",
      description = "Answer everybody who can reach --host, though it is not loopback.")
  private boolean open;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of this origin use the API from browsers (CORS), such as"
              + " https://example.org; may be given several times (default: none).")
  private List<String> origins = List.of();

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Serve HTTPS with this certificate and its chain (PEM); needs --tls-key.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The private key of --tls-cert (PEM). New files are taken up while running.")
  private @Nullable Path key;

  @Option(
      names = "--client-certs",
      description =
          "With --tls-cert: ask clients for certificates; `cairn device bind` binds them to"
              + " devices.")
  private boolean clientCertificates;

  @Option(
      names = "--client-ca",
      paramLabel = "FILE",
      description = "With --client-certs: take only certificates that this authority signed (PEM).")
  private @Nullable Path clientAuthority;

  @Option(
      names = "--max-connections",
      defaultValue = "" + ConnectionLimits.OPEN,
      paramLabel = "N",
      description =
          "So many connections may be open; more are answered 503 (default: ${DEFAULT-VALUE}).")
  private int maxConnections;

  @Option(
      names = "--head-within",
      paramLabel = "MS",
      description =
          "A connection is closed when a request's head takes longer than that to come in (default:"
              + " ten seconds).")
  private @Nullable Integer headWithinMillis;

  SurfaceSettings settings() {
    if (!requireKeys && !open && !isLoopback()) {
      throw Failure.doNot(
          host
              + " can be reached from elsewhere: say --require-keys, or --open if everybody there"
              + " may post and read.");
    }
    try {
      return new SurfaceSettings(
          host,
          PortRange.checked(port),
          requireKeys,
          new LinkedHashSet<>(origins),
          tls(),
          connections());
    } catch (IllegalArgumentException wrong) {
      throw Failure.doNot(wrong.getMessage(), wrong);
    }
  }

  private ConnectionLimits connections() {
    Duration within =
        headWithinMillis == null
            ? ConnectionLimits.HEAD_WITHIN
            : Duration.ofMillis(headWithinMillis);
    return new ConnectionLimits(maxConnections, within);
  }

  private boolean isLoopback() {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      throw Failure.doNot("--host: no host has the name " + host + ".", unknown);
    }
  }

  private Optional<TlsFiles> tls() {
    if (certificate == null || key == null) {
      if (certificate != null || key != null || clientCertificates || clientAuthority != null) {
        throw Failure.doNot("TLS needs both --tls-cert and --tls-key.");
      }
      return Optional.empty();
    }
    if (clientAuthority != null && !clientCertificates) {
      throw Failure.doNot("--client-ca is about --client-certs; say that, too.");
    }
    return Optional.of(
        new TlsFiles(certificate, key, clientCertificates, Optional.ofNullable(clientAuthority)));
  }
}
