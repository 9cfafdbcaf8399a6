package dev.plumbline.runbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.runbook.document.Runbook;
import dev.plumbline.runbook.document.RunbookReader;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MayStandTest {
    private static final Runbook RUNBOOK = new RunbookReader(path -> Optional.empty()).read("test.md", """
            ---
            title: A
            ---
            ```restore id=restore
            from: a.dump
            ```
            ```kube patch id=patch
            kind: deployment
            name: web
            patch: {spec: {replicas: 3}}
            ```
            ```sql id=read
            SELECT 1
            ```
            """);

    /** What was committed and not found as expected, or not written down, may stand: the step was interrupted and did not fail. */
    @ParameterizedTest
    @CsvSource({
        "restore, CONFLICT,        RB-RESTORED, true",
        "restore, SERVER,          RUN-FILE,    true",
        "restore, CONFLICT,        DUMP-CHOICE, false",
        "restore, CONNECTION_LOST, 08006,       true",
        "patch,   TIMED_OUT,       KUBE-408,    true",
        "patch,   SERVER,          KUBE-500,    true",
        "patch,   SERVER,          KUBE-429,    false",
        "patch,   CONFLICT,        KUBE-409,    false",
        "read,    TIMED_OUT,       57014,       false",
    })
    void whatMayStandIsNotToldAsFailed(String step, Problem.Kind kind, String code, boolean mayStand) {
        Problem problem = new Problem(kind, code, "Trying", step, "it did not work.", "");
        assertThat(MayStand.is(RUNBOOK.block(step).orElseThrow(), problem)).isEqualTo(mayStand);
    }
}
