package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.app.ntm.Site;
import dev.cairn.app.ntm.SiteSettings;
import dev.cairn.ntm.http.ChainServer;
import dev.cairn.ntm.http.ChainSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn ntm serve}: a chain over HTTP, with a page that tells whether it holds. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves an NTM-IA chain over HTTP: its files, the verdict on it as a page and as JSON, and"
          + " the",
      "newest figures. It only reads; a sealer may work on the same directory."
    })
public final class NtmServe implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(NtmServe.class);

  static final int DEFAULT_PORT = 8460;

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "The chain's directory, with blocks/ in it.")
  private Path directory;

  @Option(
      names = "--keyring",
      paramLabel = "FILE",
      description = "The keys that blocks are checked with (default: DIR/keyring.json).")
  private @Nullable Path keyring;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "" + DEFAULT_PORT,
      description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "This server as others see it, for links in answers to programs.")
  private @Nullable URI base;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description =
          "Folder with NTM-IA-VERIFICATION.md, AI-TERMS.md, ai-audit-sitemap.xml to be served.")
  private @Nullable Path documents;

  @Mixin private NtmTolerances tolerances = new NtmTolerances();

  @Override
  public Integer call() throws InterruptedException {
    Site site = new Site(settings(), Clock.systemUTC());
    ChainServer server = start(site);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, site, stopped), "shutdown"));
    spec.commandLine()
        .getOut()
        .printf(
            "chain %s is ready at %s; the report is at %s; stop with Ctrl-C%n",
            directory, server.address(), server.address().resolve(ChainSite.REPORT));
    stopped.await();
    return 0;
  }

  private SiteSettings settings() {
    if (!Files.isDirectory(directory)) {
      throw Failure.doNot("There is no directory " + directory + ".");
    }
    return new SiteSettings(
        directory,
        ChainKeyring.of(keyring, directory).present(),
        Optional.ofNullable(base),
        Optional.ofNullable(documents),
        tolerances.skew(),
        tolerances.maxAge());
  }

  private ChainServer start(Site site) {
    try {
      return site.serve(host, PortRange.checked(port));
    } catch (Failure taken) {
      site.close();
      throw taken;
    }
  }

  private static void stop(ChainServer server, Site site, CountDownLatch stopped) {
    try {
      server.close();
    } catch (IOException failed) {
      LOG.error("The HTTP server does not stop", failed);
    } finally {
      site.close();
      stopped.countDown();
    }
  }
}
