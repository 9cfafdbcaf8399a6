package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.store.Journal;
import dev.plumbline.store.RunBegun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody asks a server here: what the journal does not hold was not sent. */
class SqlFatesTest {
    private static final RunbookDatabase.Where SHOP = RunbookDatabase.Where.ofDsn("postgresql://none.invalid/shop");

    @TempDir
    Path folder;

    @Test
    void aRunOfTheSamePlanBeforeTheStepBeganSaysNothingOfIt() {
        try (Journal journal = Journal.open(folder.resolve("journal"), Clock.systemUTC());
                ServerPools pools = new ServerPools()) {
            SqlFates fates = new SqlFates(DirectOnly.databases(pools), pools, () -> journal);
            assertThat(fates.newest()).isEmpty();
            assertThat(stands(fates, Optional.empty())).isEqualTo(SqlFates.Fate.Stands.NOTHING);
            String earlier = begin(journal, "p1");
            String other = begin(journal, "p2");
            assertThat(fates.newest()).contains(other);
            assertThat(stands(fates, Optional.of(other)))
                    .as("only the run before it is of this plan: " + earlier)
                    .isEqualTo(SqlFates.Fate.Stands.NOTHING);
            begin(journal, "p3");
            assertThat(stands(fates, Optional.of(other))).isEqualTo(SqlFates.Fate.Stands.NOTHING);
            assertThat(fates.of(SHOP, "p1", Optional.of("20250101-gone"), new CancelToken())
                            .sentence())
                    .startsWith("The journal is not the one that it was written into");
        }
    }

    private static SqlFates.Fate.Stands stands(SqlFates fates, Optional<String> after) {
        return fates.of(SHOP, "p1", after, new CancelToken()).stands();
    }

    private static String begin(Journal journal, String plan) {
        ServerIdentity server = new ServerIdentity(
                new ServerVersion(Product.POSTGRESQL, 180001, "18.1"),
                "7",
                "",
                0,
                false,
                5,
                Name.of("shop"),
                Name.of("ada"));
        return journal.begin(new RunBegun("ada", "database shop", null, "", server, plan, "confirmed", 1, List.of()));
    }
}
