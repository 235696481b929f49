package dev.cairn.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.app.exit.Failure;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.spv.SpvProof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn spv verify}: a node's proof against headers that are trusted. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks a node's output proof against headers that are trusted.")
final class SpvVerify implements Callable<Integer> {

  /** Hostile headers files are cut here; an honest one names a handful. */
  private static final int MAX_HEADERS = 100_000;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PROOF",
      description = "The proof object as JSON, or as `pact/spv` answers it (base64url).")
  private String proofFile;

  @Option(
      names = "--headers",
      required = true,
      paramLabel = "FILE",
      description = "A JSON array of trusted block headers, binary form in base64url.")
  private String headersFile;

  @Option(
      names = "--index",
      paramLabel = "N",
      description = {
        "The transaction's place in its block, from 0, where it is known. A proof alone does not",
        "authenticate it; without this option it is only checked to be a possible one."
      })
  private @Nullable Integer index;

  @Option(names = "--json", description = "Print the verdict as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    List<BlockHeader> trusted = headers();
    try {
      Proven proven = Proven.by(proof(), index);
      print(proven, rootAmong(trusted, proven));
      return 0;
    } catch (IllegalArgumentException refused) {
      throw Failure.doNot("The proof is refused: " + refused.getMessage(), refused);
    }
  }

  private static BlockHeader rootAmong(List<BlockHeader> trusted, Proven proven) {
    return trusted.stream()
        .filter(header -> header.hash().equals(proven.root()))
        .filter(header -> header.chainId().equals(proven.target()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "its root %s is no trusted header of chain %s."
                        .formatted(proven.root(), proven.target())));
  }

  private void print(Proven proven, BlockHeader root) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(verdict(proven, root));
      return;
    }
    out.printf(
        "valid: the %s of a transaction on chain %s, seen from block %s, chain %s, height %s%n%s%n",
        proven.kind(), proven.source(), root.hash(), root.chainId(), root.height(), proven.text());
  }

  private static ObjectNode verdict(Proven proven, BlockHeader root) {
    return JSON.createObjectNode()
        .put("valid", true)
        .put("subject", proven.kind())
        .put("sourceChain", proven.source().value())
        .put("chainId", root.chainId().value())
        .put("root", root.hash().toString())
        .put("rootHeight", root.height().value())
        .put("text", proven.text());
  }

  /** A JSON object, a JSON string with base64url, or bare base64url: all forms that nodes give. */
  private SpvProof proof() {
    String text = new String(CommandFiles.read(proofFile), StandardCharsets.UTF_8).strip();
    if (text.startsWith("{")) {
      return SpvProof.parse(text.getBytes(StandardCharsets.UTF_8));
    }
    if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 1) {
      text = text.substring(1, text.length() - 1);
    }
    return SpvProof.parseTransport(text);
  }

  private List<BlockHeader> headers() {
    try {
      JsonNode array = JSON.readTree(CommandFiles.read(headersFile));
      if (!array.isArray() || array.size() > MAX_HEADERS) {
        throw Failure.doNot(headersFile + " is no JSON array of at most 100000 headers.");
      }
      List<BlockHeader> headers = new ArrayList<>();
      for (JsonNode header : array) {
        headers.add(trusted(header));
      }
      return headers;
    } catch (JsonProcessingException malformed) {
      throw Failure.doNot(headersFile + ": " + malformed.getOriginalMessage(), malformed);
    } catch (IOException failed) {
      throw Failure.doNot("Cannot read " + headersFile + ": " + failed, failed);
    }
  }

  /** What is trusted are the header's bytes, so the hash inside must be theirs. */
  private BlockHeader trusted(JsonNode text) {
    try {
      BlockHeader header = BlockHeader.decode(text.asText());
      if (!header.computeHash().equals(header.hash())) {
        throw new IllegalArgumentException("the hash inside is not the hash of its fields.");
      }
      return header;
    } catch (IllegalArgumentException malformed) {
      throw Failure.doNot(
          headersFile + ": a header cannot be used: " + malformed.getMessage(), malformed);
    }
  }
}
