package dev.cairn.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {

  @Test
  void firstThird_doesNotCount() {
    Course course = course(0, 10, 20, 30, 40, 50, 50, 50, 50, 50, 50, 50, 50);
    assertThat(course.growth()).isZero();
    assertThat(course.flat()).isTrue();
  }

  @Test
  void steadyGrowth_isSeen() {
    Course course = course(3, LongStream.range(0, 12).toArray());
    assertThat(course.growth()).isEqualTo(4);
    assertThat(course.flat()).isFalse();
    assertThat(course)
        .hasToString("heap: +4 KB from the second third to the last, NOT FLAT (allowed: 3)");
  }

  @Test
  void oneStep_isSeen_unlessSlackAllowsIt() {
    long[] step = {1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9};
    assertThat(course(7, step).flat()).isFalse();
    assertThat(course(8, step).flat()).isTrue();
  }

  @Test
  void oneUnluckyLook_isNoGrowth() {
    assertThat(course(0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 99, 5, 5).flat()).isTrue();
  }

  @Test
  void shrinking_isFlat() {
    assertThat(course(0, 9, 9, 9, 3, 2, 1).growth()).isNegative();
    assertThat(course(0, 9, 9, 9, 3, 2, 1).flat()).isTrue();
  }

  @Test
  void twoLooks_areNoCourse() {
    assertThatThrownBy(() -> course(0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Course course(long slack, long... values) {
    return new Course("heap", "KB", slack, LongStream.of(values).boxed().toList());
  }
}
