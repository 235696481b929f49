package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.json.JsonShape;
import java.util.List;

/** The JSON of commands and request keys in bodies. */
final class WireCommand {

  private WireCommand() {}

  /** A command; members that nobody knows are dropped. */
  static PactCommand read(JsonShape command) {
    List<String> signatures =
        command.member("sigs").elements().stream()
            .map(signature -> signature.member("sig").text())
            .toList();
    return new PactCommand(
        Bytes.utf8(command.member("cmd").text()), requestKey(command.member("hash")), signatures);
  }

  /** A request key; it may be padded. */
  static Hash requestKey(JsonShape key) {
    String text = key.text();
    try {
      byte[] bytes = Base64Url.decodeLenient(text);
      if (bytes.length == Hash.SIZE) {
        return Hash.of(bytes);
      }
    } catch (MalformedException notBase64) {
      // Told in the same words as a wrong length.
    }
    throw key.problem("Invalid hash length " + text.length());
  }
}
