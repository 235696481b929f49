package dev.cairn.pact.repl;

import dev.cairn.pact.error.PactException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file of code. */
final class SourceFile {
  /** More than any source that the parser accepts, in UTF-8. */
  private static final long MAX_BYTES = 4L << 20;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private SourceFile() {}

  /** The text, without the mark that some editors put first; fails in one sentence. */
  static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw PactException.fatal("This is a folder, not a file");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw PactException.fatal("The file is larger than " + MAX_BYTES + " bytes");
      }
      return text(Files.readAllBytes(file));
    } catch (CharacterCodingException notText) {
      throw PactException.fatal("The file is not UTF-8 text");
    } catch (NoSuchFileException missing) {
      throw PactException.fatal("There is no such file");
    } catch (IOException failure) {
      throw PactException.fatal("The file cannot be read: " + failure.getMessage());
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
