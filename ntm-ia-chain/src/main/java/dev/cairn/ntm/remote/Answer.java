package dev.cairn.ntm.remote;

import java.net.http.HttpHeaders;

/**
 * The end of a request.
 *
 * @param status 200 or 404; all others were dealt with
 * @param whole whether the body is whole; if not, it was cut as too large
 */
record Answer(int status, HttpHeaders headers, boolean whole) {

  boolean isThere() {
    return status == 200;
  }
}
