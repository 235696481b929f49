package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.json.JsonShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key that signs a command.
 *
 * @param publicKey lower-case hex
 * @param scheme {@code ED25519} unless the command names another
 * @param capabilities what the signature is for; empty for everything
 */
public record Signer(String publicKey, String scheme, List<Capability> capabilities) {

  /** The scheme of a signer that names none. */
  public static final String DEFAULT_SCHEME = "ED25519";

  /** The scheme of keys that an authenticator holds. */
  public static final String WEB_AUTHN_SCHEME = "WebAuthn";

  /** A capability as a signer names it. */
  public record Capability(String name, List<JsonNode> arguments) {

    public static Capability read(JsonShape capability) {
      String name = capability.member("name").text();
      if (name.indexOf('.') < 0) {
        throw capability.problem("parsing QualifiedName failed, unqualified name: " + name);
      }
      List<JsonNode> arguments =
          capability.member("args").elements().stream().map(JsonShape::node).toList();
      return new Capability(name, arguments);
    }
  }

  public Signer {
    capabilities = List.copyOf(capabilities);
  }

  /** The same signer with one more capability. */
  public Signer with(Capability more) {
    return new Signer(
        publicKey, scheme, Stream.concat(capabilities.stream(), Stream.of(more)).toList());
  }

  private static String scheme(JsonShape scheme) {
    String name = scheme.text();
    if (!name.equals(DEFAULT_SCHEME) && !name.equals(WEB_AUTHN_SCHEME)) {
      throw scheme.problem("Invalid PPKScheme: " + name);
    }
    return name;
  }

  /** Reads one element of a command's list of signers. */
  public static Signer read(JsonShape signer) {
    String scheme = signer.present("scheme").map(Signer::scheme).orElse(DEFAULT_SCHEME);
    Optional<JsonShape> list = signer.present("clist");
    return new Signer(
        signer.member("pubKey").text(),
        scheme,
        list.map(JsonShape::elements).orElse(List.of()).stream().map(Capability::read).toList());
  }
}
