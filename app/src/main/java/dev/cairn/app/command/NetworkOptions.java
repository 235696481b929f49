package dev.cairn.app.command;

import dev.cairn.app.chain.AnchorContract;
import dev.cairn.app.chain.ChainKey;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.keys.KeyFiles;
import dev.cairn.virtualchain.executor.NodeSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a network that runs elsewhere, and who pays on it. */
final class NetworkOptions {

  @Option(
      names = "--nodes",
      split = ",",
      paramLabel = "URL",
      description = "Service addresses of nodes, tried in this order.")
  private List<String> nodes = new ArrayList<>();

  @Option(names = "--network", paramLabel = "NAME", description = "The network's name.")
  private @Nullable String network;

  @Option(
      names = "--sender",
      paramLabel = "ACCOUNT",
      description = "The account that pays for gas; also the submitter's name, unless given.")
  private @Nullable String sender;

  @Option(
      names = "--sender-key",
      paramLabel = "FILE",
      description = "Its Ed25519 key: private JWK, or 64 hex digits.")
  private @Nullable Path senderKey;

  @Option(
      names = "--submitter",
      paramLabel = "NAME",
      description = "Name under which the contract knows who records batches.")
  private @Nullable String submitter;

  @Option(
      names = "--namespace",
      defaultValue = AnchorContract.DEFAULT_NAMESPACE,
      description = "Namespace of the anchor contract (default: ${DEFAULT-VALUE}).")
  private String namespace;

  /** True when a network elsewhere is named at all. */
  boolean given() {
    return !nodes.isEmpty();
  }

  NodeSettings nodeSettings() {
    return NodeSettings.of(
        nodes.stream().map(NetworkOptions::url).toList(), required(network, "--network"));
  }

  String sender() {
    return required(sender, "--sender");
  }

  String submitter() {
    return submitter == null ? sender() : submitter;
  }

  ChainKey senderKey() {
    try {
      return new ChainKey(KeyFiles.read(required(senderKey, "--sender-key")));
    } catch (IllegalArgumentException wrongKind) {
      throw Failure.doNot("--sender-key: " + wrongKind.getMessage(), wrongKind);
    }
  }

  AnchorContract contract() {
    try {
      return new AnchorContract(namespace);
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot("--namespace: " + malformed.getMessage(), malformed);
    }
  }

  private static HttpUrl url(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw Failure.doNot("--nodes: \"" + text + "\" is no http or https address.");
    }
    return url;
  }

  private static <T> T required(@Nullable T value, String option) {
    if (value == null) {
      throw Failure.doNot(option + " is needed with --nodes.");
    }
    return value;
  }
}
