package dev.cairn.devnet.rest;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an endpoint gives back. */
sealed interface Answer {

  /** Gives the answer to the client, now or when it is there. */
  void sendTo(Reply reply);

  /** An answer that is ready. Ownership of the body passes to the answer. */
  @SuppressWarnings("ArrayRecordComponent") // is sent once and never compared
  record Complete(int status, @Nullable String contentType, byte[] body) implements Answer {
    @Override
    public void sendTo(Reply reply) {
      reply.send(this);
    }
  }

  /** An answer that comes when something has happened. */
  record Later(CompletionStage<Complete> eventually) implements Answer {
    @Override
    public void sendTo(Reply reply) {
      eventually.thenAccept(reply::send);
    }
  }

  /** Any answer that comes when its time has come. */
  record Deferred(CompletionStage<Answer> eventually) implements Answer {
    @Override
    public void sendTo(Reply reply) {
      eventually.thenAccept(answer -> answer.sendTo(reply));
    }
  }

  /** A refusal that says when to come again. */
  record RetryAfter(Complete answer, int seconds) implements Answer {
    @Override
    public void sendTo(Reply reply) {
      reply.send(answer, seconds);
    }
  }

  /** No answer: the connection is closed. */
  record Dropped() implements Answer {
    @Override
    public void sendTo(Reply reply) {
      reply.drop();
    }
  }

  /** An endless stream of text. */
  record Stream(Source source) implements Answer {
    @Override
    public void sendTo(Reply reply) {
      reply.stream(source);
    }
  }

  /** Where a stream comes from. */
  @FunctionalInterface
  interface Source {
    /** Sends every piece of text that comes from now on, until closed. */
    AutoCloseable subscribe(Consumer<String> client);
  }

  /** 200 with JSON. */
  static Complete json(String text) {
    return of(Representation.JSON, text);
  }

  /** 200 in a text form. */
  static Complete of(Representation form, String text) {
    return of(form, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 200 in any form. */
  static Complete of(Representation form, byte[] body) {
    return new Complete(200, form.contentType(), body);
  }

  /** A status without a body. */
  static Complete empty(int status) {
    return new Complete(status, null, new byte[0]);
  }
}
