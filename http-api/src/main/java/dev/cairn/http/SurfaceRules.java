package dev.cairn.http;

import java.util.Set;
import java.util.function.Consumer;

/**
 * What holds for all endpoints of a surface.
 *
 * @param gatekeeper tells who may do what
 * @param origins whose pages may use the API from browsers, such as {@code https://example.org};
 *     none switches CORS off
 * @param refusals told the kind of every problem that is answered; must not block
 */
public record SurfaceRules(
    Gatekeeper gatekeeper, Set<String> origins, Consumer<ProblemType> refusals) {

  public static final SurfaceRules OPEN = new SurfaceRules(Gatekeeper.OPEN, Set.of());

  public SurfaceRules {
    origins = Set.copyOf(origins);
    origins.forEach(CrossOrigin::check);
  }

  /** Rules under which nobody counts what is refused. */
  public SurfaceRules(Gatekeeper gatekeeper, Set<String> origins) {
    this(gatekeeper, origins, refused -> {});
  }

  /** The same, counted. */
  public SurfaceRules counting(Consumer<ProblemType> counter) {
    return new SurfaceRules(gatekeeper, origins, counter);
  }
}
