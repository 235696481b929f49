package dev.cairn.http;

import java.util.Set;

/**
 * What holds for all endpoints of a surface.
 *
 * @param gatekeeper tells who may do what
 * @param origins whose pages may use the API from browsers, such as {@code https://example.org};
 *     none switches CORS off
 */
public record SurfaceRules(Gatekeeper gatekeeper, Set<String> origins) {

  public static final SurfaceRules OPEN = new SurfaceRules(Gatekeeper.OPEN, Set.of());

  public SurfaceRules {
    origins = Set.copyOf(origins);
    origins.forEach(CrossOrigin::check);
  }
}
