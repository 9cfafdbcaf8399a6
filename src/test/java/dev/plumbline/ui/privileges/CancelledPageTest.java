package dev.plumbline.ui.privileges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Cancelled;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.sample.SampleAccess;
import dev.plumbline.ui.why.KnownObjects;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelledPageTest {
    @ParameterizedTest
    @EnumSource(
            value = PrivilegesMode.class,
            names = {"BY_ROLE", "MATRIX"})
    void aPageThatIsCancelledWhileItIsMadeStopsAtOnce(PrivilegesMode mode) {
        AccessReport report = SampleAccess.large(400, 4_000);
        String role = report.snapshot().roles().role(0).name().text();
        PrivilegesQuery query = new PrivilegesQuery(mode, role, "", "", "", "", "", "", "SELECT", true);
        CancelToken cancel = new CancelToken();
        long[] asked = {0};
        assertThatThrownBy(() -> PageMaking.of(
                        report, new KnownObjects(report.snapshot()), query, cancel, (doing, done, total) -> {
                            asked[0] = System.nanoTime();
                            cancel.cancel();
                        }))
                .isInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - asked[0])).isLessThan(Duration.ofSeconds(5));
    }
}
