package dev.plumbline.runbook.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestoreActionTest {
    @Test
    void rowsThatAreNotThoseBeforeAndThoseOfTheFileAreTold() {
        assertThatThrownBy(() -> RestoreAction.told(restored(7, List.of("public.seen")), "database shop"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("RB-RESTORED"))
                .hasMessageContaining(
                        "database shop: the rows of public.seen are not those before and those of the file");
        Ran ran = RestoreAction.told(restored(5, List.of()), "database shop");
        assertThat(ran.verified()).isTrue();
        assertThat(ran.evidence()).containsExactly("public.seen: 5 rows, 3 of them from the file");
    }

    private static DumpTables.Restored restored(long after, List<String> differing) {
        return new DumpTables.Restored(
                Path.of("seen.dump"),
                Map.of("public.seen", 3L),
                Map.of("public.seen", 2L),
                Map.of("public.seen", after),
                differing);
    }
}
