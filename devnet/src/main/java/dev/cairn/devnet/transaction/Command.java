package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.contract.Signer;
import dev.cairn.devnet.contract.Verifier;
import dev.cairn.devnet.json.JsonShape;
import java.util.List;
import java.util.Optional;

/**
 * A command and what its text says. That hash and signatures fit is a check, not a given.
 *
 * @param signed the command as received
 * @param networkId empty if the text has null
 */
public record Command(
    PactCommand signed,
    Optional<String> networkId,
    Payload payload,
    List<Signer> signers,
    List<Verifier> verifiers,
    Meta meta,
    String nonce) {

  public Command {
    signers = List.copyOf(signers);
    verifiers = List.copyOf(verifiers);
  }

  /**
   * Reads the text of a command; members that nobody knows are ignored.
   *
   * @throws dev.cairn.devnet.json.ShapeException if it is not a command
   */
  public static Command parse(PactCommand signed) {
    JsonShape text = JsonShape.parse(signed.cmd().bytes());
    return new Command(
        signed,
        text.present("networkId").map(JsonShape::text),
        Payload.read(text.member("payload")),
        text.member("signers").elements().stream().map(Signer::read).toList(),
        text.present("verifiers").map(JsonShape::elements).orElse(List.of()).stream()
            .map(Verifier::read)
            .toList(),
        Meta.read(text.member("meta")),
        text.member("nonce").text());
  }

  /** The hash that the command claims, which is its request key. */
  public Hash requestKey() {
    return signed.hash();
  }
}
