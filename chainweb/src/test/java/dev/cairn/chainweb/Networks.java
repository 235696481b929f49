package dev.cairn.chainweb;

/** The networks of the vectors. */
public final class Networks {

  private Networks() {}

  public static ChainwebVersion named(String name) {
    return ChainwebVersion.KNOWN.stream()
        .filter(version -> version.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
