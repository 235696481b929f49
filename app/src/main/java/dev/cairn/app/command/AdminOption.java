package dev.cairn.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cairn.app.exit.Failure;
import dev.cairn.app.instance.OperatorKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that administer a running instance. */
final class AdminOption {

  @Mixin private InstanceOption instance = new InstanceOption();

  @Option(
      names = "--data",
      defaultValue = "cairn-data",
      paramLabel = "DIR",
      description =
          "Where the instance keeps its data; without a key of yours, the one in keys/admin.key"
              + " there is used (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "Whose affairs (default: the key's tenant; with keys/admin.key `default`).")
  private @Nullable String tenant;

  JsonNode get(String path) {
    return instance.ask(Optional.of(key()), client -> client.get(path + scope(path)));
  }

  JsonNode ask(String method, String path, JsonNode body) {
    return instance.ask(Optional.of(key()), client -> client.ask(method, path + scope(path), body));
  }

  JsonNode delete(String path) {
    return ask("DELETE", path, MissingNode.getInstance());
  }

  /** Something to put into a path. */
  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String scope(String path) {
    return tenant == null ? "" : (path.contains("?") ? "&" : "?") + "tenant=" + escaped(tenant);
  }

  private String key() {
    Path operators = new OperatorKey(data).file();
    return instance
        .apiKey()
        .or(
            () ->
                Files.exists(operators)
                    ? Optional.of(ApiKeyFile.read(operators))
                    : Optional.empty())
        .orElseThrow(
            () ->
                Failure.doNot(
                    "This needs an API key: --api-key-file, CAIRN_API_KEY, or --data of an instance"
                        + " on this machine, whose first start wrote "
                        + operators
                        + "."));
  }
}
