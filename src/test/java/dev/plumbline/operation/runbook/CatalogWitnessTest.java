package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.runbook.RunbookDatabase.Where;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogWitnessTest {
    private static final CancelToken GO = new CancelToken();

    @Test
    void whatChangedIsToldInEveryLayerAndWhatALoginMayNotReadIsUnknown() {
        TestPostgres server = TestPostgres.newest();
        String database = server.freshDatabase("witness");
        try (ServerPools pools = new ServerPools()) {
            server.execute(
                    database,
                    "CREATE ROLE witness_reader LOGIN PASSWORD 'reads'",
                    "CREATE TABLE public.kept (id int)",
                    "CREATE TABLE public.gone (id int)");
            CatalogWitness witness = witness(pools);
            Where all = where(
                    server,
                    database,
                    server.superuser(),
                    TestPostgres.password().reveal());
            Where some = where(server, database, "witness_reader", "reads");
            CatalogReading before = witness.read(all, Optional.empty(), GO);
            server.execute(database, "REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC");
            CatalogReading less = witness.read(some, Optional.empty(), GO);
            server.execute(
                    database,
                    "DROP TABLE public.gone",
                    "ALTER TABLE public.kept ADD COLUMN more text",
                    "GRANT SELECT ON public.kept TO witness_reader",
                    "GRANT pg_monitor TO witness_reader",
                    "ALTER ROLE witness_reader SET work_mem = '5MB'");
            CatalogChanges changes = witness.since(before, all, Optional.empty(), GO);
            assertThat(changes.told())
                    .contains(
                            "  -  table public.gone  with 1 column  (could lose data)",
                            "  +  column public.kept.more",
                            "  + witness_reader on relation public.kept  r",
                            "  + witness_reader in pg_monitor, granted by " + server.superuser()
                                    + "  no ADMIN, INHERIT, SET",
                            "  + witness_reader  work_mem=5MB",
                            "  + witness_reader [SELECT] on public.kept");
            CatalogChanges seenLess = witness.since(less, some, Optional.empty(), GO);
            assertThat(seenLess.head()).endsWith("in what could be read; the rest stands under unknown.");
            assertThat(seenLess.told())
                    .contains("  +  column public.kept.more", "Unknown:")
                    .anyMatch(line -> line.contains("policies"));
            CatalogChanges unreachable =
                    witness.since(before, where(server, database, "witness_reader", "wrong"), Optional.empty(), GO);
            assertThat(unreachable.count()).isZero();
            assertThat(unreachable.told())
                    .anyMatch(line -> line.contains("not read after: what the database is made of"))
                    .anyMatch(line -> line.contains("not read after: who may do what"));
        } finally {
            server.dropDatabase(database);
            server.execute("postgres", "DROP ROLE IF EXISTS witness_reader");
        }
    }

    private static CatalogWitness witness(ServerPools pools) {
        return new CatalogWitness(DirectOnly.databases(pools), pools, Clock.systemUTC());
    }

    private static Where where(TestPostgres server, String database, String user, String password) {
        return Where.ofDsn("host=" + server.host() + " port=" + server.port() + " dbname=" + database
                + " sslmode=disable user=" + user + " password=" + password);
    }
}
