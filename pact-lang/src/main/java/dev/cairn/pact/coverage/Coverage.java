package dev.cairn.pact.coverage;

import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.term.Lambda;
import dev.cairn.pact.term.ListTerm;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.term.Term;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What ran of the contract files that were loaded, each counted over all its loads. Code belongs to
 * the file that is open while it is resolved; with no file open, nothing is counted. Not for
 * concurrent use.
 */
public final class Coverage implements Probes {
  private final SortedMap<Path, FileCoverage> files = new TreeMap<>();
  private @Nullable FileCoverage current;

  /** Opens the file, whose forms are resolved from now on. */
  public void open(Path file, List<TopLevel> forms) {
    current = files.computeIfAbsent(file.toAbsolutePath().normalize(), FileCoverage::new);
    forms.forEach(current::declare);
  }

  /** Opens no file. */
  public void close() {
    current = null;
  }

  /** Lists and lambdas are not counted: what they contain is. */
  @Override
  public Term observe(Term term) {
    if (current == null || term instanceof ListTerm || term instanceof Lambda) {
      return term;
    }
    return new Counted(term, current.counter(term.position()));
  }

  /** By path. */
  public Collection<FileCoverage> files() {
    return Collections.unmodifiableCollection(files.values());
  }
}
