package dev.cairn.app.ntm;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.remote.RemoteChain;
import dev.cairn.ntm.remote.RemoteSettings;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.store.ChainSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a chain is: a directory, or the address of a folder on a web server. */
public record ChainLocation(String text) {

  /** Whether it is on a server, which answers later or not at all. */
  public boolean isRemote() {
    return RemoteChain.isAddress(text);
  }

  public ChainSource open(RemoteSettings patience) {
    return isRemote() ? new RemoteChain(text, patience) : new ChainDirectory(Path.of(text));
  }

  public Optional<Path> directory() {
    return isRemote() ? Optional.empty() : Optional.of(Path.of(text));
  }

  /** Shell commands that bring the block's file, and the one before it, into a new folder. */
  public String fetching(BlockIndex index) {
    List<String> names = new ArrayList<>();
    if (index.value() > 1) {
      names.add(new BlockIndex(index.value() - 1).fileName());
    }
    names.add(index.fileName());
    StringBuilder commands = new StringBuilder("cd \"$(mktemp -d)\"\n");
    for (String name : names) {
      commands.append(isRemote() ? "curl -sSO " : "cp ").append(quoted(name));
      commands.append(isRemote() ? "\n" : " .\n");
    }
    return commands.toString();
  }

  private String quoted(String name) {
    String place =
        isRemote()
            ? text.replaceFirst("/?$", "/blocks/") + name
            : Path.of(text).toAbsolutePath().normalize().resolve("blocks").resolve(name).toString();
    return "'" + place.replace("'", "'\\''") + "'";
  }
}
