package dev.cairn.ntm.remote;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Carries an answer into a {@link Body} and hangs up when that is full, or nobody waits any more.
 */
final class BodyPieces implements BodySubscriber<Boolean> {

  private final Body body;

  /** True for a whole answer, false for one that was cut because the body was full. */
  private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

  // Both under the lock of this object.
  private @Nullable Subscription subscription;
  private boolean abandoned;

  BodyPieces(Body body) {
    this.body = body;
  }

  @Override
  public CompletionStage<Boolean> getBody() {
    return whole;
  }

  @Override
  public synchronized void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    if (abandoned) {
      newSubscription.cancel();
    } else {
      newSubscription.request(1);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> pieces) {
    if (abandoned || subscription == null) {
      return;
    }
    for (ByteBuffer piece : pieces) {
      body.add(piece);
    }
    if (body.isFull()) {
      abandon();
      whole.complete(false);
    } else {
      subscription.request(1);
    }
  }

  /** Nothing goes into the body after this. */
  synchronized void abandon() {
    abandoned = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable broken) {
    whole.completeExceptionally(broken);
  }

  @Override
  public void onComplete() {
    whole.complete(true);
  }
}
