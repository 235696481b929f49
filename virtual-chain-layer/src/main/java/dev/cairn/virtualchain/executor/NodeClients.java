package dev.cairn.virtualchain.executor;

import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** HTTP clients as nodes need them, from one that lends its connections. */
final class NodeClients {

  private NodeClients() {}

  /**
   * A request has all of its time, or fails over. A node has no business redirecting us. The
   * dispatcher is our own, so that all that is under way can be cancelled.
   */
  static OkHttpClient forAnswers(OkHttpClient base, NodeSettings settings) {
    return base.newBuilder()
        .dispatcher(new Dispatcher())
        .followRedirects(false)
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.answerTimeout())
        .writeTimeout(settings.answerTimeout())
        .callTimeout(settings.answerTimeout())
        .build();
  }

  /** A stream has no end; only silence ends it, or a cancelled call. */
  static OkHttpClient forStreams(OkHttpClient base, NodeSettings settings) {
    return base.newBuilder()
        .dispatcher(new Dispatcher())
        .followRedirects(false)
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.streamSilence())
        .callTimeout(Duration.ZERO)
        .build();
  }
}
