package dev.cairn.ntm.metrics;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Figures behind an HTTP address, in the JSON form of {@link Measurement}. */
public final class MetricsAddress implements MetricsSource {

  /** From the first byte sent to the last received: a block waits for it, and holds the lock. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  private static final int OK = 200;

  private final URI address;
  private final Duration timeout;
  private final HttpClient client;

  /** Redirects are not followed: who publishes the figures is the operator's choice alone. */
  public MetricsAddress(URI address, Duration timeout) {
    if (!String.valueOf(address.getScheme()).matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException("Metrics come from an http or https address.");
    }
    this.address = address;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Measurement read() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").GET().build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new CappedBody(MetricsFile.MAX_BYTES));
    try {
      return measurement(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new IOException(address + " takes longer than " + timeout.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for " + address);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private Measurement measurement(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != OK) {
      throw new IOException(address + " answers with status " + response.statusCode());
    }
    return Measurement.parse(response.body());
  }

  private IOException failure(Throwable cause) {
    if (cause instanceof IllegalArgumentException tooLarge) {
      throw tooLarge;
    }
    return new IOException(address + " can't be read: " + cause, cause);
  }
}
