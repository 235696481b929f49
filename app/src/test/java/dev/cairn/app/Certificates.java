package dev.cairn.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates in PEM, made by the openssl command. */
final class Certificates {
  private final Path dir;

  Certificates(Path dir) {
    this.dir = dir;
  }

  Path certificate(String name) {
    return dir.resolve(name + ".crt");
  }

  Path key(String name) {
    return dir.resolve(name + ".key");
  }

  /** A key, and a certificate that it signs itself. */
  void make(String name, String subject, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                subject,
                "-keyout",
                key(name).toString(),
                "-out",
                certificate(name).toString()));
    command.addAll(List.of(more));
    run(dir, command);
  }

  /** A key, and a certificate that another one signs. */
  void makeSigned(String name, String subject, String authority) throws Exception {
    make(
        name,
        subject,
        "-CA",
        certificate(authority).toString(),
        "-CAkey",
        key(authority).toString());
  }

  /** What the command printed. */
  static String run(Path dir, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + " ended badly: " + out);
    }
    return out;
  }
}
