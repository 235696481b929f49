package dev.cairn.ntm.explain;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.keyring.RsaPublicKey;

/** Commands of a POSIX shell with coreutils, jq, openssl and, where jq fails, PHP. */
final class ShellRecipe {

  private final String file;
  private final StringBuilder lines = new StringBuilder();

  ShellRecipe(BlockIndex index) {
    this.file = index.fileName();
  }

  ShellRecipe hash() {
    return line("sha256sum " + file);
  }

  /** The hash that the block declares for the one before it. */
  ShellRecipe link(BlockIndex index) {
    if (index.equals(BlockIndex.FIRST)) {
      return line("jq -r .block_data.previous_hash " + file + "   # 64 zeros");
    }
    String before = new BlockIndex(index.value() - 1).fileName();
    return line("jq -r .block_data.previous_hash "
            + file
            + "   # must be the hash of the next line")
        .line("sha256sum " + before);
  }

  ShellRecipe canonicalByJq(boolean numbers) {
    String program = numbers ? ".block_data | (.. | numbers) |= . + 0" : ".block_data";
    return line("jq -jac '" + program + "' " + file + " | sed 's#/#\\\\/#g' > canonical.json");
  }

  ShellRecipe canonicalByPhp() {
    return line(
        "php -r 'echo json_encode(json_decode(file_get_contents($argv[1]), true)[\"block_data\"]);'"
            + " "
            + file
            + " > canonical.json");
  }

  ShellRecipe signature(RsaPublicKey key) {
    return line("cat > key.pem <<'PEM'\n" + key.toPem() + "PEM")
        .line("jq -r .signature " + file + " | base64 -d > signature.bin")
        .line("openssl dgst -sha256 -verify key.pem -signature signature.bin canonical.json");
  }

  ShellRecipe decodeByPhp() {
    return line(
        "php -r 'json_decode(file_get_contents($argv[1])); echo json_last_error_msg(), \"\\n\";' "
            + file);
  }

  private ShellRecipe line(String command) {
    lines.append(command).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
