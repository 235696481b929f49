package dev.cairn.ntm.metrics;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A response's bytes, no more than a cap: a source that never ends is cut off. */
final class CappedBody implements BodySubscriber<byte[]> {

  private final int maxBytes;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();

  /** Only one thread at a time calls a subscriber. */
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private @Nullable Subscription subscription;

  CappedBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      byte[] bytes = new byte[Math.min(piece.remaining(), maxBytes + 1 - received.size())];
      piece.get(bytes);
      received.writeBytes(bytes);
    }
    if (received.size() > maxBytes) {
      if (subscription != null) {
        subscription.cancel();
      }
      body.completeExceptionally(
          new IllegalArgumentException("The metrics have more than " + maxBytes + " bytes."));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(received.toByteArray());
  }
}
