package dev.cairn.app.instance;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * The PEM files of TLS.
 *
 * @param certificate of the server, with its chain
 * @param key of the server
 * @param clients whether clients are asked for a certificate of their own
 * @param clientAuthority who must have signed those; absent: anybody, see {@link AnyCertificate}
 */
public record TlsFiles(
    Path certificate, Path key, boolean clients, Optional<Path> clientAuthority) {

  /** Switches TLS on for a server that is to be opened. */
  void apply(HttpServerOptions options) {
    options.setSsl(true).setKeyCertOptions(identity());
    if (clients) {
      options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(trust());
    }
  }

  /** The same for a server that is open, from the files as they are now. */
  ServerSSLOptions renewed() {
    ServerSSLOptions options = new ServerSSLOptions();
    options.setKeyCertOptions(identity());
    options.setUseAlpn(true).setApplicationLayerProtocols(List.of("h2", "http/1.1"));
    if (clients) {
      options.setClientAuth(ClientAuth.REQUEST);
      options.setTrustOptions(trust());
    }
    return options;
  }

  private KeyCertOptions identity() {
    return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
  }

  private TrustOptions trust() {
    return clientAuthority
        .<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file.toString()))
        .orElseGet(() -> TrustOptions.wrap(new AnyCertificate()));
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>(List.of(certificate, key));
    clientAuthority.ifPresent(files::add);
    return files;
  }

  /** Says in words which file can't be read, before the server says it in its own. */
  void check() {
    for (Path file : files()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw Failure.doNot("The file " + file + " for TLS cannot be read.");
      }
    }
  }

  /** Changes whenever one of the files is written anew. */
  List<FileTime> version() {
    try {
      List<FileTime> version = new ArrayList<>();
      for (Path file : files()) {
        version.add(Files.getLastModifiedTime(file));
      }
      return version;
    } catch (IOException missing) {
      throw Failure.tryAgain("A file of TLS cannot be read: " + Explanation.of(missing) + ".");
    }
  }

  /**
   * Takes every client certificate. TLS still proves that the client has the certificate's key, and
   * what the certificate is good for is told by the register of devices, by its fingerprint: there
   * is nothing that an authority could add. A certificate that is in no register opens no door.
   */
  private static final class AnyCertificate implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      // Whose it is, and whether it is valid now, is asked with the first request.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException("This is the server.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
