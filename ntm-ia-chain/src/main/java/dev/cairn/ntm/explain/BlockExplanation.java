package dev.cairn.ntm.explain;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.canonical.Utf8;
import dev.cairn.ntm.keyring.KeyEntry;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.RsaPublicKey;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.verify.BlockVerdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Why a block is valid or not, for a person with a shell.
 *
 * @param text what to read
 * @param recipe commands for the directory that holds the block's file and the one before it
 * @param signatureHolds what the recipe's last command finds; empty if it doesn't come so far
 */
public record BlockExplanation(String text, String recipe, Optional<Boolean> signatureHolds) {

  /** Explains a block's file, of which this is the verdict. */
  public static BlockExplanation of(
      BlockIndex index,
      BlockFile file,
      BlockVerdict verdict,
      Keyring keyring,
      SignatureScheme scheme) {
    return new Writer(index, file, verdict).write(keyring, scheme);
  }

  private static final class Writer {
    private final BlockIndex index;
    private final BlockFile file;
    private final BlockVerdict verdict;
    private final StringBuilder text = new StringBuilder();

    Writer(BlockIndex index, BlockFile file, BlockVerdict verdict) {
      this.index = index;
      this.file = file;
      this.verdict = verdict;
    }

    BlockExplanation write(Keyring keyring, SignatureScheme scheme) {
      head();
      ShellRecipe recipe = new ShellRecipe(index).hash();
      if (file.bytes().isEmpty()) {
        say("The file is too large to be parsed.");
        return end(recipe, Optional.empty());
      }
      try {
        return parsed(file.bytes().get(), keyring, scheme, recipe);
      } catch (PhpJsonException noJson) {
        say("PHP signs nothing here: json_decode fails. " + noJson.getMessage());
        return end(recipe.decodeByPhp(), Optional.empty());
      }
    }

    private void head() {
      say("Block " + index + ", " + index.fileName() + ", SHA-256 " + file.hash() + ".");
      say(verdict.isValid() ? "By itself it is valid." : "It is not valid:");
      verdict.failures().forEach(failure -> say("  " + failure.check() + ": " + failure.detail()));
      say("");
    }

    private BlockExplanation parsed(
        byte[] bytes, Keyring keyring, SignatureScheme scheme, ShellRecipe recipe)
        throws PhpJsonException {
      PhpDecoder.Decoded decoded = PhpDecoder.decode(bytes);
      if (!(decoded.value() instanceof PhpMap block)
          || !(block.members().get(Envelope.BLOCK_DATA) instanceof PhpMap data)) {
        say("The file holds no object \"block_data\", so PHP signs nothing here.");
        return end(recipe.decodeByPhp(), Optional.empty());
      }
      recipe.link(index);
      Optional<byte[]> signed = canonical(data);
      if (signed.isEmpty()) {
        return end(recipe, Optional.empty());
      }
      spelling(Utf8.decode(bytes), signed.get(), decoded.repeatedKey().isPresent(), recipe);
      return signature(block, signed.get(), keyring, scheme, recipe);
    }

    private Optional<byte[]> canonical(PhpMap data) {
      try {
        byte[] signed = PhpEncoder.canonical(data);
        say("PHP signs json_encode(block_data), these " + signed.length + " bytes, SHA-256");
        say(BlockHash.of(signed) + ":");
        say(new String(signed, StandardCharsets.US_ASCII));
        say("");
        return Optional.of(signed);
      } catch (PhpJsonException refused) {
        say("PHP does not encode block_data: " + refused.getMessage());
        say(
            "json_encode gives false there, which PHP's example signs as no bytes at all: any"
                + " such");
        say("block then looks valid. So it is refused here.");
        return Optional.empty();
      }
    }

    private void spelling(String json, byte[] signed, boolean repeatedKey, ShellRecipe recipe) {
      if (repeatedKey) {
        say("The file repeats a key. PHP signs its last value, jq may take another: no recipe.");
        recipe.canonicalByPhp();
        return;
      }
      Spelling spelling =
          Spelling.compare(
              Tokens.ofMember(json, Envelope.BLOCK_DATA),
              Tokens.of(new String(signed, StandardCharsets.US_ASCII)));
      if (spelling.differences().isEmpty()) {
        say("The file spells each value as it is signed; only white space may differ.");
      } else {
        say("The file spells values otherwise than they are signed:");
        spelling.differences().forEach(difference -> say("  " + difference));
      }
      if (spelling.jq() == Spelling.Jq.CANNOT) {
        say("jq can not write these bytes, so the recipe takes PHP:");
        spelling.obstacles().forEach(obstacle -> say("  " + obstacle));
        recipe.canonicalByPhp();
      } else {
        recipe.canonicalByJq(spelling.jq() == Spelling.Jq.NUMBERS);
      }
    }

    private BlockExplanation signature(
        PhpMap block, byte[] signed, Keyring keyring, SignatureScheme scheme, ShellRecipe recipe) {
      Optional<RsaPublicKey> key =
          text(block, Envelope.KEY_ID).flatMap(keyring::find).map(KeyEntry::key);
      Optional<byte[]> signature = text(block, Envelope.SIGNATURE).flatMap(Writer::base64);
      if (key.isEmpty() || signature.isEmpty()) {
        say("Without a known key and a signature in base64 nothing can be checked with openssl.");
        return end(recipe, Optional.empty());
      }
      boolean holds = scheme.newChecker().check(key.get(), signed, signature.get());
      say(
          "openssl will say \""
              + (holds ? "Verified OK" : "Verification failure")
              + "\" at the end.");
      return end(recipe.signature(key.get()), Optional.of(holds));
    }

    private static Optional<String> text(PhpMap block, String name) {
      PhpValue value = block.members().get(name);
      return value instanceof PhpText text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Optional<byte[]> base64(String text) {
      try {
        return Optional.of(Base64.getDecoder().decode(text));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }

    private void say(String line) {
      text.append(line).append('\n');
    }

    private BlockExplanation end(ShellRecipe recipe, Optional<Boolean> holds) {
      return new BlockExplanation(text.toString(), recipe.toString(), holds);
    }
  }
}
