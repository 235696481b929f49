package dev.cairn.app.load;

import dev.cairn.app.exit.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds at a moment.
 *
 * @param liveHeapBytes what a full collection leaves on its heap
 * @param residentBytes all of its memory, heap and the rest
 * @param handles open files, sockets and pipes, without the tables of stores
 * @param tables open tables and blob files of RocksDB: their number follows what is stored
 */
record Vitals(long liveHeapBytes, long residentBytes, long threads, long handles, long tables) {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

  /** Looks at a process of this user; makes it collect its garbage. */
  static Vitals of(long pid) {
    // First: it takes a while, in which connections of a client that has gone are closed.
    long liveHeap = liveHeapBytes(pid);
    List<String> files = openFiles(pid);
    long tables = files.stream().filter(Vitals::isTable).count();
    return new Vitals(
        liveHeap,
        status(pid, "VmRSS:") * 1024,
        status(pid, "Threads:"),
        files.size() - tables,
        tables);
  }

  /** The sum of a histogram of live objects, for which the process does a full collection. */
  private static long liveHeapBytes(long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = TOTAL.matcher(said);
      if (!total.find()) {
        throw Failure.doNot("jcmd does not tell the live heap: " + said.strip());
      }
      return Long.parseLong(total.group(1));
    } catch (IOException absent) {
      throw Failure.doNot("The live heap is told by jcmd, which a JDK has: " + jcmd, absent);
    }
  }

  /** Where the process's file descriptors lead. */
  private static List<String> openFiles(long pid) {
    try (Stream<Path> files = Files.list(proc(pid, "fd"))) {
      return files.map(Vitals::target).toList();
    } catch (IOException | UncheckedIOException elsewhere) {
      throw notTold(elsewhere);
    }
  }

  private static boolean isTable(String file) {
    return file.endsWith(".sst") || file.endsWith(".blob");
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static long status(long pid, String name) {
    try (Stream<String> lines = Files.lines(proc(pid, "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException | UncheckedIOException elsewhere) {
      throw notTold(elsewhere);
    }
  }

  private static Path proc(long pid, String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }

  private static Failure notTold(Exception cause) {
    return Failure.doNot("The process is gone, or its figures are not in /proc here.", cause);
  }
}
