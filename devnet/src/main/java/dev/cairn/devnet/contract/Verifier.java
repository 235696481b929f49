package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.json.JsonShape;
import java.util.List;

/**
 * A plugin of the network that is to vouch for something beside the signers.
 *
 * @param name of the plugin
 * @param proof what the plugin is shown
 * @param capabilities what it is to vouch for
 */
public record Verifier(String name, JsonNode proof, List<Signer.Capability> capabilities) {

  public Verifier {
    capabilities = List.copyOf(capabilities);
  }

  /** Reads one element of a command's list of verifiers. */
  public static Verifier read(JsonShape verifier) {
    return new Verifier(
        verifier.member("name").text(),
        verifier.member("proof").node(),
        verifier.member("clist").elements().stream().map(Signer.Capability::read).toList());
  }
}
