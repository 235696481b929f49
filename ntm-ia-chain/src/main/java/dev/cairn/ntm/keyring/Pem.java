package dev.cairn.ntm.keyring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One PEM block in a file. */
final class Pem {

  /** The largest key that {@link RsaPublicKey} takes needs a sixth of this. */
  static final int MAX_BYTES = 64 * 1024;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

  private static final Base64.Encoder COLUMNS_64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private Pem() {}

  /** What the file's one block says that it is. */
  static String label(byte[] file) {
    return block(file).group(1);
  }

  /** The DER bytes of the file's one block, which must have this label. */
  static byte[] decode(byte[] file, String label) {
    Matcher matcher = block(file);
    if (!matcher.group(1).equals(label)) {
      throw new KeyRejected(
          "The key file holds \"" + matcher.group(1) + "\"; \"" + label + "\" is needed.");
    }
    try {
      return Base64.getDecoder().decode(matcher.group(2).replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new KeyRejected("The key file's base64 is malformed.", e);
    }
  }

  private static Matcher block(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new KeyRejected("A key file has at most " + MAX_BYTES + " bytes.");
    }
    Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
    if (!matcher.matches()) {
      throw new KeyRejected("The key file is not one PEM block.");
    }
    return matcher;
  }

  static String encode(byte[] der, String label) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + COLUMNS_64.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
