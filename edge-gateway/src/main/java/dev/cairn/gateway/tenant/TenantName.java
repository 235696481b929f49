package dev.cairn.gateway.tenant;

import dev.cairn.http.Gatekeeper;

/** A tenant's name; it stands in paths, receipts and logs, so it is plain. */
public record TenantName(String value) {
  /** A DNS label, so that a tenant can have a host name some day. */
  public static final int MAX_CHARS = 63;

  /** Everybody's, where nobody is told apart. */
  public static final TenantName DEFAULT = new TenantName(Gatekeeper.ONLY_TENANT);

  /** Whoever runs the instance. */
  public static final TenantName OPERATOR = new TenantName("system");

  public TenantName {
    if (!value.matches("[a-z0-9][a-z0-9-]{0," + (MAX_CHARS - 1) + "}")) {
      throw new IllegalArgumentException(
          "A tenant's name is 1 to "
              + MAX_CHARS
              + " lower-case letters, digits and hyphens, and does not begin with a hyphen.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
