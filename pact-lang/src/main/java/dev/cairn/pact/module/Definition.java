package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.term.Term;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a module or interface, its names resolved. */
public sealed interface Definition permits Definition.Callable, Defconst, Defschema, Deftable {

  Module module();

  String name();

  Position position();

  /** What kind of member it is, as errors name it. */
  String kind();

  default QualifiedName qualifiedName() {
    return new QualifiedName(module().name(), name());
  }

  default FullyQualifiedName fullName() {
    return new FullyQualifiedName(module().name(), name(), module().hash());
  }

  /** A member that takes arguments. */
  sealed interface Callable extends Definition permits Defun, Defcap, Defpact, Signature {

    List<Parameter> parameters();

    @Nullable Type result();

    default int arity() {
      return parameters().size();
    }
  }

  /**
   * Code that runs in a frame of its own.
   *
   * @param frameSize variables alive at once, arguments included
   * @param height how deep its terms nest
   */
  record Body(Term term, int frameSize, int height) {}
}
