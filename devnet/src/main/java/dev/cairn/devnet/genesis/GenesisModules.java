package dev.cairn.devnet.genesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Source texts that the first block loads, in their order: our own, or those of a directory, which
 * stand in for ours of the same name; what has another name is loaded after them.
 */
public final class GenesisModules {

  private static final String CONTRACTS = "/dev/cairn/contracts/";
  private static final String SUFFIX = ".pact";

  /** What a network cannot do without, in the order of loading. */
  private static final List<String> NAMES =
      List.of("fungible-v1", "fungible-xchain-v1", "fungible-v2", "coin", "gas-payer-v1", "ns");

  private final Optional<Path> directory;

  private GenesisModules(Optional<Path> directory) {
    this.directory = directory;
  }

  /** Our own modules. */
  public static GenesisModules own() {
    return new GenesisModules(Optional.empty());
  }

  /** The modules of a directory's {@code .pact} files, and ours for the names that it lacks. */
  public static GenesisModules of(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new IllegalStateException("There is no directory of modules " + directory + ".");
    }
    return new GenesisModules(Optional.of(directory));
  }

  /** A module's name and the text that loads it, its tables included. */
  record Source(String name, String text) {}

  List<Source> sources() {
    List<Source> found = new ArrayList<>();
    NAMES.forEach(name -> found.add(new Source(name, text(name))));
    more().forEach(file -> found.add(new Source(nameOf(file), read(file))));
    return found;
  }

  private String text(String name) {
    return directory
        .map(folder -> folder.resolve(name + SUFFIX))
        .filter(Files::isRegularFile)
        .map(GenesisModules::read)
        .orElseGet(() -> ownText(name));
  }

  private List<Path> more() {
    if (directory.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory.get())) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> !NAMES.contains(nameOf(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ownText(String name) {
    String resource = CONTRACTS + (name.equals("coin") ? "" : "genesis/") + name + SUFFIX;
    try (InputStream source = GenesisModules.class.getResourceAsStream(resource)) {
      if (source == null) {
        throw new IllegalStateException("The contract " + resource + " is not on the class path.");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
