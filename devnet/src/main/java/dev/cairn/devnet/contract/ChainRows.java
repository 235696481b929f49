package dev.cairn.devnet.contract;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.RowVersions;
import dev.cairn.devnet.store.StoreException;
import dev.cairn.pact.db.Domain;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that one block of one chain sees.
 *
 * @param hot the chain's rows, for all its blocks
 */
record ChainRows(
    ChainId chain, Lineage lineage, HotRows hot, RowVersions versions, ModuleVersions modules)
    implements StoredRows {

  @Override
  public <V> @Nullable V read(Domain<V> domain, String key) {
    Object row = hot.read(lineage, domain.name(), key, bytes -> decode(domain, key, bytes));
    return domain.kind().cast(row);
  }

  private Object decode(Domain<?> domain, String key, byte[] row) {
    return domain.equals(Domain.MODULES)
        ? modules.load(new String(row, StandardCharsets.UTF_8), this::moduleRecord)
        : PactRows.decode(domain, key, row);
  }

  private byte[] moduleRecord(String id) {
    byte[] encoded = bytes(PactRows.MODULE_VERSIONS, id);
    if (encoded == null) {
      throw new StoreException("Chain " + chain + " has no module version " + id + ".");
    }
    return encoded;
  }

  private byte @Nullable [] bytes(String domain, String key) {
    return (byte[]) hot.read(lineage, domain, key, bytes -> bytes);
  }

  @Override
  public List<String> keys(Domain<?> domain) {
    return versions.keys(chain, domain.name(), lineage);
  }

  @Override
  public boolean hasTable(String name) {
    return bytes(PactRows.TABLES, name) != null;
  }

  @Override
  public boolean hasModule(String id) {
    return bytes(PactRows.MODULE_VERSIONS, id) != null;
  }
}
