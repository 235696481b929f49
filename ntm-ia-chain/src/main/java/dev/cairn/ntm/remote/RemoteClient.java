package dev.cairn.ntm.remote;

import dev.cairn.ntm.remote.RemoteFailure.Code;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Fetches bounded answers from one server, with retries. Redirects are not followed: whoever names
 * a server means this one. Any number of threads may fetch; each has at most one connection, which
 * is kept alive.
 */
final class RemoteClient {

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client;
  private final RemoteSettings settings;
  private final LongSupplier nanoTime;
  private final Pause pause;
  private final long started;

  RemoteClient(RemoteSettings settings, LongSupplier nanoTime, Pause pause) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.answerWithin())
            .build();
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.pause = pause;
    this.started = nanoTime.getAsLong();
  }

  /** A wait before a request is sent again. */
  interface Pause {
    void await(int retry) throws InterruptedException;
  }

  /** Fetches into the body; it is in order if the answer is there and whole. */
  Answer fetch(URI address, Body body) throws IOException {
    body.begin(0);
    String entityTag = "";
    for (int retry = 1; ; retry++) {
      try {
        return attempt(address, body, entityTag);
      } catch (Broken broken) {
        if (!broken.failure.isRetryable() || retry > settings.retries()) {
          throw broken.failure;
        }
        entityTag = broken.entityTag.orElse(entityTag);
      }
      await(retry);
    }
  }

  private Answer attempt(URI address, Body body, String entityTag) throws Broken, IOException {
    Taking taking = new Taking(body);
    CompletableFuture<HttpResponse<Boolean>> sent =
        client.sendAsync(request(address, body.size(), entityTag), taking::subscriber);
    try {
      HttpResponse<Boolean> response = sent.get(patience().toNanos(), TimeUnit.NANOSECONDS);
      return judge(address, response, taking.isWanted());
    } catch (TimeoutException slow) {
      throw new Broken(taking.entityTag(), slow(address));
    } catch (ExecutionException failed) {
      throw new Broken(taking.entityTag(), unreachable(address, failed.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The request was interrupted.");
    } finally {
      taking.abandon();
      sent.cancel(true);
    }
  }

  /** What came of an answer that broke off is not asked for again. */
  private static HttpRequest request(URI address, long have, String entityTag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).GET().header("Cache-Control", "no-cache");
    if (have > 0 && !entityTag.isEmpty()) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", entityTag);
    }
    return request.build();
  }

  /** The rest of a run's time, and never more than one answer may take. */
  private Duration patience() throws RemoteFailure {
    Duration left = settings.allWithin().minusNanos(nanoTime.getAsLong() - started);
    if (left.isNegative() || left.isZero()) {
      throw new RemoteFailure(
          Code.REMOTE_TIMEOUT,
          "All answers together took longer than " + settings.allWithin().toSeconds() + " s.");
    }
    return left.compareTo(settings.answerWithin()) < 0 ? left : settings.answerWithin();
  }

  private Answer judge(URI address, HttpResponse<Boolean> response, boolean wanted) throws Broken {
    int status = response.statusCode();
    if (wanted) {
      requirePlain(address, response.headers());
      return new Answer(Taking.OK, response.headers(), response.body());
    }
    if (status == NOT_FOUND) {
      return new Answer(NOT_FOUND, response.headers(), true);
    }
    Code code =
        status >= 500 || status == TOO_MANY_REQUESTS
            ? Code.REMOTE_UNAVAILABLE
            : Code.REMOTE_REFUSED;
    throw new Broken(
        Optional.empty(), new RemoteFailure(code, address + " is answered with " + status + "."));
  }

  private static void requirePlain(URI address, HttpHeaders headers) throws Broken {
    Optional<String> encoding =
        headers.firstValue("Content-Encoding").filter(name -> !name.equals("identity"));
    if (encoding.isPresent()) {
      throw new Broken(
          Optional.empty(),
          new RemoteFailure(
              Code.REMOTE_ENCODED, address + " comes encoded, though nobody asked for it."));
    }
  }

  private RemoteFailure slow(URI address) {
    return new RemoteFailure(
        Code.REMOTE_TIMEOUT,
        address + " was not answered whole within " + settings.answerWithin().toSeconds() + " s.");
  }

  private static RemoteFailure unreachable(URI address, Throwable cause) {
    return new RemoteFailure(
        Code.REMOTE_UNREACHABLE,
        address + " can't be fetched: " + cause.getClass().getSimpleName() + ".");
  }

  private void await(int retry) throws InterruptedIOException {
    try {
      pause.await(retry);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The request was interrupted.");
    }
  }

  /** An attempt that gave no answer, with the tag of what came so far. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<String> entityTag;
    private final RemoteFailure failure;

    Broken(Optional<String> entityTag, RemoteFailure failure) {
      super(failure);
      this.entityTag = entityTag;
      this.failure = failure;
    }
  }
}
