package dev.cairn.app.instance;

import dev.cairn.http.ConnectionLimits;
import java.util.Optional;
import java.util.Set;

/**
 * Where and to whom an instance answers.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param keysRequired whether requests without an API key, or a device's certificate, are refused
 * @param origins whose pages may use the API from browsers; none switches CORS off
 * @param tls absent: plain HTTP
 * @param connections what they may take
 */
public record SurfaceSettings(
    String host,
    int port,
    boolean keysRequired,
    Set<String> origins,
    Optional<TlsFiles> tls,
    ConnectionLimits connections) {

  /** Loopback: whoever wants to be reached from elsewhere says so. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  public static final int DEFAULT_PORT = 8440;

  public SurfaceSettings {
    origins = Set.copyOf(origins);
  }

  /** Plain HTTP on loopback for everybody who is there. */
  public static SurfaceSettings loopback(int port) {
    return new SurfaceSettings(
        DEFAULT_HOST, port, false, Set.of(), Optional.empty(), ConnectionLimits.DEFAULT);
  }
}
