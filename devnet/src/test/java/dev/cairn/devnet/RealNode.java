package dev.cairn.devnet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.devnet.genesis.TestAccount;
import java.net.URI;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A real chainweb-node with the network {@code development}: in a container where Docker answers,
 * or elsewhere, at the address that the system property {@code node} gives.
 */
final class RealNode implements AutoCloseable {

  private static final String IMAGE = "ghcr.io/kadena-io/chainweb-node:latest";
  private static final int SERVICE_PORT = 1848;
  private static final Duration START_WITHIN = Duration.ofMinutes(5);

  private final URI uri;
  private final Runnable end;

  private RealNode(URI uri, Runnable end) {
    this.uri = uri;
    this.end = end;
  }

  /** Starts a node, or skips the test and says why there is none. */
  static RealNode start() {
    String elsewhere = System.getProperty("node", "");
    if (!elsewhere.isEmpty()) {
      return new RealNode(URI.create(elsewhere), () -> {});
    }
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    assumeTrue(docker, "Docker does not answer here, and -Dnode=URI names no node");
    return inContainer(System.getProperty("node.image", IMAGE));
  }

  private static RealNode inContainer(String image) {
    TestAccount miner = Devnet.testAccounts().get(0);
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withExposedPorts(SERVICE_PORT)
            .withCommand(
                "--chainweb-version=development",
                "--block-delay=1",
                "--p2p-hostname=127.0.0.1",
                "--bootstrap-reachability=0",
                "--header-stream",
                "--allowReadsInLocal",
                "--enable-mining-coordination",
                "--mining-public-key=" + miner.publicKeyHex(),
                "--enable-node-mining",
                "--node-mining-public-key=" + miner.publicKeyHex())
            .waitingFor(
                Wait.forHttp("/chainweb/0.0/development/cut")
                    .forPort(SERVICE_PORT)
                    .withStartupTimeout(START_WITHIN));
    container.start();
    String address = "http://" + container.getHost() + ":" + container.getMappedPort(SERVICE_PORT);
    return new RealNode(URI.create(address), container::stop);
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    end.run();
  }
}
