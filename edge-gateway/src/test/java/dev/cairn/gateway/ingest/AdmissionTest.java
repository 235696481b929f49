package dev.cairn.gateway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.http.Problem;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final Admission admission = new Admission(new RequestLimits(100, 20, 10, 8, 10, 2, 150));

  @Test
  void requests_areBounded_untilOneLeaves() {
    Admission.Ticket first = admission.enter();
    Admission.Ticket second = admission.enter();
    assertThatThrownBy(admission::enter)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Too many requests");

    first.close();
    first.close();
    assertThat(admission.requests()).isEqualTo(1);
    admission.enter().close();
    second.close();
    assertThat(admission.requests()).isZero();
  }

  @Test
  void bytes_areBoundedOverAllRequests() {
    Admission.Ticket first = admission.enter();
    Admission.Ticket second = admission.enter();
    first.hold(100);
    assertThatThrownBy(() -> second.hold(51)).hasMessageContaining("Too many bytes");
    second.hold(50);
    first.hold(10);
    second.hold(140);
    assertThat(admission.bytes()).isEqualTo(150);

    first.close();
    second.close();
    assertThat(admission.bytes()).isZero();
  }
}
