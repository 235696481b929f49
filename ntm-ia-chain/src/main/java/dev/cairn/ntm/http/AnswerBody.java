package dev.cairn.ntm.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/** The bytes of an answer, or a part of them. */
sealed interface AnswerBody {

  AnswerBody EMPTY = new Held(Buffer.buffer());

  long length();

  /** This part, which lies inside. */
  AnswerBody part(long start, long length);

  void send(HttpServerResponse response);

  /** Bytes in memory. */
  record Held(Buffer bytes) implements AnswerBody {

    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public AnswerBody part(long start, long length) {
      return new Held(bytes.slice(Math.toIntExact(start), Math.toIntExact(start + length)));
    }

    @Override
    public void send(HttpServerResponse response) {
      response.end(bytes);
    }
  }

  /** Bytes of a file that is too large to be held; they are sent piece by piece. */
  record OnDisk(Path file, long start, long length) implements AnswerBody {

    @Override
    public AnswerBody part(long partStart, long partLength) {
      return new OnDisk(file, start + partStart, partLength);
    }

    @Override
    public void send(HttpServerResponse response) {
      response.sendFile(file.toString(), start, length);
    }
  }
}
