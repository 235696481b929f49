package dev.cairn.virtualchain.executor;

import okhttp3.Call;
import okhttp3.Response;

/** A response whose body goes on. One thread reads and closes it; any may {@link #cancel} it. */
record OpenStream(Call call, Response response) implements AutoCloseable {

  EventReader events() {
    return new EventReader(response.body().source());
  }

  /** Makes a read that waits, and every later one, fail. */
  void cancel() {
    call.cancel();
  }

  @Override
  public void close() {
    response.close();
  }
}
