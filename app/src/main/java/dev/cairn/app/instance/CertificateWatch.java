package dev.cairn.app.instance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up new files of TLS while the server runs: connections that come from then on use them,
 * those that are open go on. Files that are no good are said so once, and the old ones stay.
 */
final class CertificateWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);

  /** Certificates are renewed days before they end; a look is three file attributes. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final List<HttpServer> servers;
  private final TlsFiles files;

  /** Touched by one look after the other. */
  private volatile List<FileTime> seen;

  CertificateWatch(Vertx vertx, List<HttpServer> servers, TlsFiles files) {
    this.vertx = vertx;
    this.servers = servers;
    this.files = files;
    this.seen = files.version();
  }

  void start() {
    vertx.setPeriodic(INTERVAL.toMillis(), tick -> look());
  }

  private void look() {
    vertx
        .executeBlocking(files::version)
        .onSuccess(this::compare)
        .onFailure(missing -> LOG.warn("{}", missing.getMessage()));
  }

  private void compare(List<FileTime> version) {
    if (version.equals(seen)) {
      return;
    }
    seen = version;
    Future.all(servers.stream().map(server -> server.updateSSLOptions(files.renewed())).toList())
        .onSuccess(changed -> LOG.warn("TLS uses new files from now on"))
        .onFailure(bad -> LOG.error("The new files of TLS are no good: {}", bad.getMessage()));
  }
}
