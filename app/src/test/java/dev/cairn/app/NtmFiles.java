package dev.cairn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What somebody needs who runs an NTM-IA chain: a key and figures. */
final class NtmFiles {
  static final String METRICS =
      """
      {"hits":267721,"pct_ia":0.604704899148,"ai_index":0.8,"uas":58,"hub":638,"respostas":4653}
      """;

  private NtmFiles() {}

  /** Writes a new key, which only its owner can read, and its public half beside it. */
  static Path key(Path directory, String name) throws IOException {
    KeyPair pair = newPair();
    Path key = directory.resolve(name + ".pem");
    Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        directory.resolve(name + ".public.pem"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    return key;
  }

  static Path metrics(Path directory) throws IOException {
    return Files.writeString(directory.resolve("metrics.json"), METRICS);
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java platform has RSA.", e);
    }
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
