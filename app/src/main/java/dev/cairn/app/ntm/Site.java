package dev.cairn.app.ntm;

import dev.cairn.app.exit.Explanation;
import dev.cairn.app.exit.Failure;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.http.ChainServer;
import dev.cairn.ntm.http.ChainSite;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.VerifySettings;
import dev.cairn.ntm.watch.ChainWatch;
import dev.cairn.ntm.watch.WholeChain;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A chain's surface, and the thread that verifies the chain for it. */
public final class Site implements AutoCloseable {
  private final ExecutorService runner = Executors.newSingleThreadExecutor(Site::daemon);
  private final SiteSettings settings;
  private final ChainDirectory directory;
  private final Clock clock;

  public Site(SiteSettings settings, Clock clock) {
    this.settings = settings;
    this.directory = new ChainDirectory(settings.directory());
    this.clock = clock;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "ntm-verification");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a server of this chain; {@link Failure} if the address can't be had. */
  public ChainServer serve(String host, int port) {
    AtomicReference<URI> address = new AtomicReference<>(URI.create("http://" + host));
    try {
      ChainServer server = ChainServer.start(host, port, vertx -> on(vertx, address::get));
      address.set(server.address());
      return server;
    } catch (IOException taken) {
      throw Failure.doNot(
          "Cannot listen on " + host + ":" + port + ": " + Explanation.of(taken) + ".", taken);
    }
  }

  private ChainSite on(Vertx vertx, Supplier<URI> address) {
    ChainWatch watch = new ChainWatch(directory, wholeChain(), clock, runner);
    return new ChainSite(
        vertx,
        new ChainSite.Content(
            directory,
            settings.keyring(),
            watch,
            () -> settings.base().orElseGet(address),
            settings.documents(),
            clock));
  }

  private WholeChain wholeChain() {
    return new WholeChain(
        directory,
        settings.keyring(),
        List.of(settings.keyring().file()),
        ChainSignatures.best(),
        Runtime.getRuntime().availableProcessors(),
        VerifySettings.at(Timestamp.of(clock.instant()))
            .withSkew(settings.skew())
            .withMaxAge(settings.maxAge()));
  }

  @Override
  public void close() {
    runner.shutdownNow();
  }
}
