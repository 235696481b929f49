package dev.cairn.app;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
public final class Version implements IVersionProvider {

  /** Version of the HTTP surface, as its OpenAPI document states it. */
  public static final String API = "1.0";

  /** {@code 0.1.0}; outside a jar, as in tests, {@code development}. */
  public static String current() {
    String built = Version.class.getPackage().getImplementationVersion();
    return built == null ? "development" : built;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"cairn " + current()};
  }
}
