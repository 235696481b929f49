package dev.cairn.gateway.apikey;

import dev.cairn.gateway.tenant.TenantName;
import dev.cairn.http.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an API key.
 *
 * @param note what its holder calls it
 * @param revokedAt from then on it is refused
 */
public record ApiKey(
    KeyId id,
    TenantName tenant,
    KeyHash hash,
    Set<Permission> permissions,
    String note,
    Instant createdAt,
    Optional<Instant> revokedAt) {
  /** A line for people; longer texts belong elsewhere. */
  public static final int MAX_NOTE_CHARS = 128;

  public ApiKey {
    permissions = Set.copyOf(permissions);
    if (permissions.isEmpty() || permissions.contains(Permission.NONE)) {
      throw new IllegalArgumentException(
          "A key has at least one of the permissions submit, read, audit and admin.");
    }
    if (note.length() > MAX_NOTE_CHARS || note.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A note has at most " + MAX_NOTE_CHARS + " characters and no control characters.");
    }
  }

  public ApiKey revoked(Instant at) {
    return new ApiKey(id, tenant, hash, permissions, note, createdAt, Optional.of(at));
  }

  public boolean isLive() {
    return revokedAt.isEmpty();
  }
}
