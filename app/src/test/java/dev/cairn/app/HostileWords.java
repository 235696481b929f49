package dev.cairn.app;

import java.util.List;

/** Words that parsers of HTTP have stumbled over. */
final class HostileWords {

  static final List<String> VERBS =
      List.of(
          "GET", "POST", "PUT", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "P\0ST", "", "🙂");

  static final List<String> TARGETS =
      List.of(
          "/v1/events/batch",
          "/v1/events/batch?ttl=1",
          "/v1/events/batch?ttl=%zz&batchSize=-1",
          "/../../etc/passwd",
          "//v1//events",
          "http://elsewhere/v1/events/batch",
          "*",
          "/%00",
          "/%ff%fe",
          "/v1/admin/devices/%2e%2e/keys",
          "/metrics",
          "/" + "a".repeat(5000),
          "");

  static final List<String> VERSIONS =
      List.of(
          "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTCPCP/1.0", "http/1.1", "");

  static final List<String> LENGTHS =
      List.of(
          "0",
          "1",
          "-1",
          "+5",
          "5, 5",
          "5, 6",
          "0x10",
          "99999999999999999999",
          "8388609",
          "5 ",
          "");

  static final List<String> ENCODINGS =
      List.of(
          "chunked",
          "Chunked",
          "chunked, chunked",
          "gzip, chunked",
          "xchunked",
          "identity",
          "\u000bchunked");

  static final List<String> SIZES =
      List.of(
          "0",
          "-1",
          "5",
          "5;a=b",
          "ffffffffffffffff",
          "7fffffff",
          "zz",
          "",
          " 5",
          "5\n",
          "00000000000000000005");

  static final List<String> PROTOCOLS =
      List.of(
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\6\4\0\0\0\0\0\0\0\0\0\0\0",
          "\u0016\u0003\u0001\2\0\1\0\1\u00fc\u0003\u0003",
          String.join(
              "\r\n",
              "GET / HTTP/1.1",
              "Host: x",
              "Connection: Upgrade, HTTP2-Settings",
              "Upgrade: h2c",
              "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
              "",
              ""),
          String.join(
              "\r\n",
              "GET /v1/openapi.json HTTP/1.1",
              "Host: x",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
              "",
              ""),
          "EHLO example.org\r\n",
          "\0\0\0\0",
          "\r\n\r\n\r\n\r\n");

  static final List<String> ADMINISTRATION =
      List.of(
          "POST /v1/admin/tenants {\"tenant\":\"t%d\",\"rules\":{\"eventsPerDay\":5}}",
          "POST /v1/admin/keys?tenant=default {\"permissions\":[\"read\"],\"note\":\"n%d\"}",
          "PATCH /v1/admin/tenants/t1 {\"keyBurst\":%d}",
          "POST /v1/admin/devices?tenant=default"
              + " {\"device\":\"d%d\",\"jwk\":{\"kty\":\"OKP\",\"crv\":"
              + "\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"},\"from\":1}",
          "POST /v1/admin/devices/d1/certificates?tenant=default {\"fingerprint\":\"%064d\"}",
          "POST /v1/admin/devices/d1/revocation?tenant=default"
              + " {\"from\":\"2026-11-20T12:00:00Z\"}");

  private HostileWords() {}
}
