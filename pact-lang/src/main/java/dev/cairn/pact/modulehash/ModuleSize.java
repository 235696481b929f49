package dev.cairn.pact.modulehash;

import static dev.cairn.pact.modulehash.TermSize.CHOICE;
import static dev.cairn.pact.modulehash.TermSize.RECORD;

import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.module.Defschema;
import dev.cairn.pact.module.Deftable;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.module.Governance;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.ModuleImport;
import dev.cairn.pact.module.Signature;
import dev.cairn.pact.module.StoredForm;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The estimated bytes of a module that is loaded, which its cost depends on (reference section
 * 4.11): once when its names are resolved, once when it is hashed, once when it is stored.
 */
public final class ModuleSize {
  /** A number in a definition, such as the index of a managed argument. */
  private static final long NUMBER = 5;

  private static final int HASH_BYTES = PactHash.of(new byte[0]).length;

  private final TermSize size;
  private final boolean evaluated;

  private ModuleSize(StoredForm form, boolean evaluated) {
    this.size = new TermSize(form);
    this.evaluated = evaluated;
  }

  /** Its size while constants are code; places in the code are left out. */
  public static long resolved(Module module, StoredForm form) {
    return of(module, form, false).bytes(0);
  }

  /** Its size with the values of its constants; places in the code are left out. */
  public static long hashed(Module module, StoredForm form) {
    return of(module, form, true).bytes(0);
  }

  private static TermSize of(Module module, StoredForm form, boolean evaluated) {
    ModuleSize measured = new ModuleSize(form, evaluated);
    measured.module(module);
    return measured.size;
  }

  /** Its size in the store, together with what it depends on. */
  public static long stored(
      Module module, Map<FullyQualifiedName, Definition> dependencies, StoredForm form) {
    return CHOICE
        + of(module, form, true).bytes(form.position())
        + of(dependencies.values(), form).bytes(form.position());
  }

  private static TermSize of(Collection<Definition> dependencies, StoredForm form) {
    ModuleSize measured = new ModuleSize(form, true);
    measured.size.list(dependencies, measured::dependency);
    return measured.size;
  }

  private void dependency(Definition definition) {
    size.add(RECORD + RECORD + ValueSize.of(definition.module().name()));
    size.text(definition.name());
    size.hash(definition.module().hash().bytes());
    definition(definition);
  }

  /** The bytes of its stored form; in the REPL about. */
  public static long encoded(
      Module module, Map<FullyQualifiedName, Definition> dependencies, StoredForm form) {
    return ModuleHasher.encodedLength(module, dependencies.values())
        + of(module, form, true).encodedPlaces()
        + of(dependencies.values(), form).encodedPlaces();
  }

  private void module(Module module) {
    size.add(RECORD + ValueSize.of(module.name()));
    Governance governance = module.governance();
    if (governance != null) {
      governance(module, governance);
      size.list(module.blessed(), (ModuleHash hash) -> size.hash(hash.bytes()));
      size.list(module.implemented(), (ModuleName name) -> size.add(ValueSize.of(name)));
    }
    size.list(module.definitions(), this::definition);
    size.list(module.imports(), this::imported);
    size.hash(module.hash().bytes());
    size.hash(new byte[HASH_BYTES]); // of the transaction
    size.position(Position.NONE);
  }

  private void governance(Module module, Governance governance) {
    size.add(CHOICE);
    if (governance instanceof Governance.Keyset keyset) {
      size.add(RECORD);
      size.text(keyset.name().name());
      size.maybe(keyset.name().namespace(), size::text);
    } else if (governance instanceof Governance.Capability capability) {
      reference(module, capability.name());
    }
  }

  private void reference(Module module, String member) {
    size.add(CHOICE + RECORD + ValueSize.of(module.name()));
    size.text(member);
    size.hash(module.hash().bytes());
  }

  private void imported(ModuleImport what) {
    size.add(RECORD + ValueSize.of(what.module()));
    size.maybe(what.hash(), hash -> size.hash(hash.bytes()));
    size.maybe(what.names(), names -> size.list(names, size::text));
  }

  private void definition(Definition definition) {
    size.add(CHOICE + RECORD);
    size.position(definition.position());
    if (definition instanceof Definition.Callable callable) {
      specification(callable.name(), callable.result());
      size.list(callable.parameters(), size::parameter);
      code(callable);
    } else if (definition instanceof Defconst constant) {
      specification(constant.name(), constant.type());
      size.add(CHOICE);
      if (evaluated) {
        size.add(ValueSize.of(constant.value()));
      } else {
        size.term(constant.body().term());
      }
    } else if (definition instanceof Defschema schema) {
      size.text(schema.name());
      size.fields(schema.schema());
    } else if (definition instanceof Deftable table) {
      size.text(table.name());
      size.add(CHOICE);
      size.schema(table.schema());
    }
  }

  private void code(Definition.Callable callable) {
    if (callable instanceof Defun function) {
      size.function(function.parameters(), function.body().term());
    } else if (callable instanceof Defcap capability) {
      size.term(capability.body().term());
      meta(capability.module(), capability.meta());
    } else if (callable instanceof Defpact pact) {
      size.list(pact.steps(), this::step);
    } else if (callable instanceof Signature signature && signature.meta() != null) {
      meta(signature.module(), signature.meta());
    }
  }

  private void step(Defpact.Step step) {
    size.add(CHOICE);
    size.term(step.body().term());
    Definition.Body rollback = step.rollback();
    if (rollback != null) {
      size.term(rollback.term());
    }
  }

  private void meta(Module module, Defcap.Meta meta) {
    size.add(CHOICE);
    if (meta instanceof Defcap.Meta.AutoManaged) {
      size.add(CHOICE);
    } else if (meta instanceof Defcap.Meta.Managed managed) {
      size.add(CHOICE + RECORD + NUMBER);
      size.text(managed.parameter());
      if (module.isInterface()) {
        size.text(managed.managerName());
      } else {
        reference(module, managed.managerName());
      }
    }
  }

  private void specification(String name, @Nullable Type type) {
    size.parameter(new Parameter(name, type, Position.NONE));
  }
}
