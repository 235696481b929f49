package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house of docs/architecture: which room may import which. Any other edge fails the build. */
class HouseTest {
  private static final String ROOT = "dev.cairn.";

  /** Room (the package below {@code dev.cairn}) to the rooms that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("chainweb", Set.of()),
          Map.entry("evidence", Set.of("chainweb")),
          Map.entry("handover", Set.of("evidence")),
          Map.entry("http", Set.of()),
          Map.entry("virtualchain", Set.of("chainweb")),
          Map.entry("gateway", Set.of("evidence", "handover", "http")),
          Map.entry("ingestor", Set.of("evidence", "handover", "virtualchain", "chainweb")),
          Map.entry("proof", Set.of("evidence", "handover", "http", "virtualchain", "chainweb")),
          Map.entry("pact", Set.of()),
          Map.entry("devnet", Set.of("chainweb", "pact")),
          Map.entry("ntm", Set.of()));

  /** Rooms of pure functions: what they need is passed in. */
  private static final Set<String> PURE = Set.of("chainweb", "evidence");

  private static final Set<String> IMPURE_PACKAGES =
      Set.of("java.io.File", "java.nio.file.", "java.net.", "org.slf4j.", "org.rocksdb.");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.cairn");

  static Stream<String> rooms() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void room_importsOnlyItsNeighbours(String room) {
    Set<String> wrong = new TreeSet<>();
    dependencies(room)
        .filter(edge -> !roomOf(edge.getTargetClass()).isEmpty())
        .filter(edge -> !allowed(room, roomOf(edge.getTargetClass())))
        .forEach(edge -> wrong.add(edge.getDescription()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRoom_isInTheTable() {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(type -> found.add(roomOf(type)));
    found.remove("app");
    assertThat(found).isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void pureRooms_touchNeitherDiskNorNetworkNorClockNorLog() {
    Set<String> wrong = new TreeSet<>();
    PURE.stream()
        .flatMap(HouseTest::dependencies)
        .filter(edge -> isImpure(edge))
        .forEach(edge -> wrong.add(edge.getDescription()));
    assertThat(wrong).isEmpty();
  }

  @Test
  void noClass_isNamedAfterNothing() {
    assertThat(CLASSES)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.matches(".*(Util|Utils|Helper|Manager|Impl)"));
  }

  private static boolean isImpure(Dependency edge) {
    String target = edge.getTargetClass().getName();
    if (target.equals("java.net.URI")) {
      return false;
    }
    boolean clock =
        target.equals("java.lang.System")
            && edge.getDescription().matches(".*(currentTimeMillis|nanoTime).*");
    return clock || IMPURE_PACKAGES.stream().anyMatch(target::startsWith);
  }

  private static Stream<Dependency> dependencies(String room) {
    return CLASSES.stream()
        .filter(type -> roomOf(type).equals(room))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  private static boolean allowed(String from, String to) {
    return from.equals(to) || MAY_IMPORT.get(from).contains(to);
  }

  private static String roomOf(JavaClass type) {
    String name = type.getPackageName() + ".";
    if (!name.startsWith(ROOT)) {
      return "";
    }
    return name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
  }
}
