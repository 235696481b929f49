package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk in a file, with ext4 on it, which fails as the kernel lets a disk fail. For root only. */
final class LoopDisk implements AutoCloseable {

  private static final long BYTES = 96L << 20;

  private final Path image;
  private final Path place;
  private final List<String> devices = new ArrayList<>();
  private boolean mounted;

  LoopDisk(Path dir) throws IOException {
    image = dir.resolve("disk.img");
    place = Files.createDirectory(dir.resolve("disk"));
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
  }

  /** Whether this machine allows it. */
  boolean mountNew() {
    return SystemCommand.run("mkfs.ext4", "-q", "-F", image.toString()) == 0 && mount(attach());
  }

  /** A block device of the image; empty where none is to be had. */
  private String attach() {
    String device = SystemCommand.say("losetup", "-f", "--show", image.toString());
    if (!device.isEmpty()) {
      devices.add(device);
    }
    return device;
  }

  private boolean mount(String device) {
    mounted = !device.isEmpty() && SystemCommand.run("mount", device, place.toString()) == 0;
    return mounted;
  }

  Path place() {
    return place;
  }

  /**
   * What the kernel does when a disk fails under ext4: from now on every write, also to open files,
   * is refused with EROFS. Read-only by an administrator's wish it can't become while it is in use.
   */
  void becomeReadOnly() {
    assertThat(SystemCommand.run("mount", "-o", "remount,abort", place.toString())).isZero();
  }

  /** What an administrator does then: check it and mount it again. Open files see the old one. */
  void repair() {
    assertThat(SystemCommand.run("umount", "-l", place.toString())).isZero();
    String device = attach();
    assertThat(SystemCommand.run("e2fsck", "-p", "-f", device))
        .as("1: errors were found and corrected")
        .isBetween(0, 1);
    assertThat(mount(device)).isTrue();
  }

  @Override
  public void close() {
    if (mounted) {
      assertThat(SystemCommand.run("umount", place.toString())).isZero();
    }
    for (String device : devices) {
      assertThat(SystemCommand.run("losetup", "-d", device)).isZero();
    }
  }
}
