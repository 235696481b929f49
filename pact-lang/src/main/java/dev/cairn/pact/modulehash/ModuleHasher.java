package dev.cairn.pact.modulehash;

import dev.cairn.pact.encoding.CborWriter;
import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.error.Position;
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
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.type.Type;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleHash;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes the hash of a module whose names are resolved and whose constants are evaluated, while
 * its own hash is still the placeholder. Numbers and shapes are those of reference section 3.3.
 */
public final class ModuleHasher {
  private static final byte[] NO_HASH = {};

  private final CborWriter out = new CborWriter();
  private final ValueCbor values = new ValueCbor(out);
  private final TypeCbor types = new TypeCbor(out);
  private final TermCbor terms = new TermCbor(out);

  private ModuleHasher() {}

  /** H(cbor(module)). */
  public static ModuleHash hash(Module module) {
    return ModuleHash.of(PactHash.of(encode(module)));
  }

  static byte[] encode(Module module) {
    ModuleHasher hasher = new ModuleHasher();
    if (module.governance() == null) {
      hasher.contract(module);
    } else {
      hasher.module(module, module.governance());
    }
    return hasher.out.toByteArray();
  }

  /** Bytes of the stored form of a sealed module and what it depends on, positions left empty. */
  static long encodedLength(Module module, Collection<Definition> dependencies) {
    ModuleHasher hasher = new ModuleHasher();
    hasher.out.map(dependencies.size());
    for (Definition definition : dependencies) {
      hasher.values.fullyQualifiedName(definition.fullName());
      hasher.definition(definition);
    }
    long hashes = 2L * module.hash().bytes().length;
    return encode(module).length + hashes + hasher.out.toByteArray().length;
  }

  private void module(Module module, Governance governance) {
    out.array(9);
    values.moduleName(module.name());
    governance(module, governance);
    list(module.definitions(), this::definition);
    blessed(module.blessed());
    list(module.imports(), this::imported);
    list(module.implemented(), values::moduleName);
    out.bytes(NO_HASH).bytes(NO_HASH).nothing();
  }

  private void contract(Module contract) {
    out.array(6);
    values.moduleName(contract.name());
    list(contract.definitions(), this::interfaceDefinition);
    list(contract.imports(), this::imported);
    out.bytes(NO_HASH).bytes(NO_HASH).nothing();
  }

  private void governance(Module module, Governance governance) {
    out.array(2);
    if (governance instanceof Governance.Keyset keyset) {
      out.integer(0);
      values.keysetName(keyset.name());
    } else if (governance instanceof Governance.Capability capability) {
      out.integer(1);
      FullyQualifiedName name =
          new FullyQualifiedName(module.name(), capability.name(), module.hash());
      values.fullyQualifiedName(name);
    }
  }

  private void blessed(Collection<ModuleHash> hashes) {
    out.array(hashes.size());
    hashes.stream().map(ModuleHash::bytes).sorted(Arrays::compareUnsigned).forEach(out::bytes);
  }

  private void imported(ModuleImport what) {
    out.array(3);
    values.moduleName(what.module());
    maybe(what.hash(), hash -> out.bytes(hash.bytes()));
    maybe(
        what.names(),
        names -> {
          out.array(names.size());
          names.stream().sorted(CodePoints.ORDER).forEach(out::text);
        });
  }

  private void definition(Definition definition) {
    out.array(2);
    if (definition instanceof Defun function) {
      out.integer(0);
      function(function);
    } else if (definition instanceof Defconst constant) {
      out.integer(1);
      constant(constant);
    } else if (definition instanceof Defcap capability) {
      out.integer(2);
      capability(capability);
    } else if (definition instanceof Defschema schema) {
      out.integer(3);
      schema(schema);
    } else if (definition instanceof Deftable table) {
      out.integer(4).array(3).text(table.name());
      types.schema(table.schema());
      out.nothing();
    } else if (definition instanceof Defpact pact) {
      out.integer(5);
      pact(pact);
    }
  }

  private void interfaceDefinition(Definition definition) {
    out.array(2);
    if (definition instanceof Defconst constant) {
      out.integer(1);
      constant(constant);
    } else if (definition instanceof Defschema schema) {
      out.integer(3);
      schema(schema);
    } else if (definition instanceof Signature signature) {
      signature(signature);
    }
  }

  private void signature(Signature signature) {
    Defcap.Meta meta = signature.meta();
    if (meta == null) {
      out.integer(signature.kind().equals("defpact") ? 4 : 0).array(3);
    } else {
      out.integer(2).array(4);
    }
    specification(signature.name(), signature.result());
    list(signature.parameters(), types::parameter);
    if (meta != null) {
      meta(meta);
    }
    out.nothing();
  }

  private void function(Defun function) {
    out.array(4);
    specification(function.name(), function.result());
    list(function.parameters(), types::parameter);
    terms.function(function.parameters(), function.body().term());
    out.nothing();
  }

  private void constant(Defconst constant) {
    out.array(3);
    specification(constant.name(), constant.type());
    out.array(2).integer(1);
    types.value(constant.value());
    out.nothing();
  }

  private void capability(Defcap capability) {
    out.array(5);
    specification(capability.name(), capability.result());
    list(capability.parameters(), types::parameter);
    terms.term(capability.body().term());
    meta(capability.meta());
    out.nothing();
  }

  private void meta(Defcap.Meta meta) {
    if (meta instanceof Defcap.Meta.Event) {
      out.array(1).integer(0);
    } else if (meta instanceof Defcap.Meta.Unmanaged) {
      out.array(1).integer(2);
    } else if (meta instanceof Defcap.Meta.AutoManaged) {
      out.array(2).integer(1).array(1).integer(1);
    } else if (meta instanceof Defcap.Meta.Managed managed) {
      out.array(2).integer(1).array(3).integer(0);
      out.array(2).integer(managed.index()).text(managed.parameter());
      manager(managed);
    }
  }

  /** An interface names its manager, a module means one. */
  private void manager(Defcap.Meta.Managed managed) {
    Defun manager = managed.manager();
    if (manager == null) {
      out.text(managed.managerName());
    } else {
      values.fullyQualifiedName(manager.fullName());
    }
  }

  private void schema(Defschema definition) {
    out.array(3).text(definition.name());
    types.fields(definition.schema());
    out.nothing();
  }

  private void pact(Defpact pact) {
    out.array(4);
    specification(pact.name(), pact.result());
    list(pact.parameters(), types::parameter);
    list(pact.steps(), this::step);
    out.nothing();
  }

  private void step(Defpact.Step step) {
    Definition.Body rollback = step.rollback();
    out.array(rollback == null ? 2 : 3).integer(rollback == null ? 0 : 1);
    terms.term(step.body().term());
    if (rollback != null) {
      terms.term(rollback.term());
    }
  }

  private void specification(String name, @Nullable Type type) {
    types.parameter(new Parameter(name, type, Position.NONE));
  }

  private <T> void list(Collection<? extends T> items, Consumer<? super T> each) {
    out.list(List.copyOf(items), each);
  }

  private <T> void maybe(@Nullable T value, Consumer<T> present) {
    out.array(value == null ? 0 : 1);
    if (value != null) {
      present.accept(value);
    }
  }
}
