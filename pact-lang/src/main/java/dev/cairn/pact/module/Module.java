package dev.cairn.pact.module;

import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a module or interface. Code refers to the members of other modules by pointing at
 * them, so it goes on using the version that it was loaded with. Filled in while it is loaded,
 * unchanged afterwards.
 */
public final class Module {
  private final ModuleName name;
  private final @Nullable Governance governance;
  private final String transactionHash;
  private final String code;
  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final List<ModuleName> implemented = new ArrayList<>();
  private final List<ModuleImport> imports = new ArrayList<>();
  private final Set<ModuleHash> blessed = new HashSet<>();
  private ModuleHash hash;
  private Map<FullyQualifiedName, Definition> exports = Map.of();
  private long storedBytes;
  private Bindings bindings = Bindings.NONE;

  /**
   * A module without members.
   *
   * @param governance null for an interface
   */
  public Module(
      ModuleName name, @Nullable Governance governance, String transactionHash, String code) {
    this.name = name;
    this.governance = governance;
    this.transactionHash = transactionHash;
    this.code = code;
    this.hash = governance == null ? ModuleHash.INTERFACE_PLACEHOLDER : ModuleHash.PLACEHOLDER;
  }

  public ModuleName name() {
    return name;
  }

  public boolean isInterface() {
    return governance == null;
  }

  /** Who may change it; null for an interface, which nobody may. */
  public @Nullable Governance governance() {
    return governance;
  }

  /** The hash of its content; the placeholder while it is being loaded. */
  public ModuleHash hash() {
    return hash;
  }

  /** Hash of the transaction that loaded it. */
  public String transactionHash() {
    return transactionHash;
  }

  public String code() {
    return code;
  }

  /** Its members, each after what it refers to. */
  public Collection<Definition> definitions() {
    return Collections.unmodifiableCollection(definitions.values());
  }

  public @Nullable Definition find(String member) {
    return definitions.get(member);
  }

  public List<ModuleName> implemented() {
    return Collections.unmodifiableList(implemented);
  }

  public List<ModuleImport> imports() {
    return Collections.unmodifiableList(imports);
  }

  /** What it found by name outside itself. */
  public Bindings bindings() {
    return bindings;
  }

  public void bind(Bindings found) {
    this.bindings = found;
  }

  public Set<ModuleHash> blessed() {
    return Collections.unmodifiableSet(blessed);
  }

  /** Whether code and tables of the version with that hash may go on touching its tables. */
  public boolean blesses(ModuleHash version) {
    return hash.equals(version) || blessed.contains(version);
  }

  public void add(Definition definition) {
    definitions.put(definition.name(), definition);
  }

  public void addImplemented(ModuleName contract) {
    implemented.add(contract);
  }

  public void addImport(ModuleImport what) {
    imports.add(what);
  }

  public void bless(ModuleHash version) {
    blessed.add(version);
  }

  public void seal(ModuleHash contentHash) {
    this.hash = contentHash;
  }

  /**
   * Fixes what loading it brings along.
   *
   * @param all its own members and all that their code needs of other modules
   * @param bytes of its stored form
   */
  public void stored(Map<FullyQualifiedName, Definition> all, long bytes) {
    this.exports = all;
    this.storedBytes = bytes;
  }

  /** Its own members and, in the versions that they use, all that their code needs of others. */
  public Map<FullyQualifiedName, Definition> exports() {
    return Collections.unmodifiableMap(exports);
  }

  /** About the bytes of its stored form. */
  public long storedBytes() {
    return storedBytes;
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
