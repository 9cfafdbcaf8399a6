package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.testing.PairStates;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Databases made from text, read and dumped. */
final class PairDatabases {
    private static final Path DUMP = Path.of("/usr/lib/postgresql/15/bin/pg_dump");

    private final TestPostgres server;
    private final Path folder;

    PairDatabases(TestPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    String load(String sql) throws IOException, InterruptedException {
        return PairStates.load(Psql.in(folder), server, sql);
    }

    /** What a way leads to: no database of its own stays. */
    record Wanted(StructureSnapshot structure, Optional<String> dump) {}

    /** Where no dump is asked for, it need not be made again when another test has read it. */
    Wanted wanted(String sql) throws IOException, InterruptedException {
        if (!canDump() && server == TestPostgres.newest()) {
            return new Wanted(PairStates.live(Psql.in(folder), sql), Optional.empty());
        }
        String database = load(sql);
        Wanted wanted = new Wanted(read(database), dump(database));
        drop(database);
        return wanted;
    }

    /** What psql said before it stopped; empty when every statement ran. */
    String run(String database, String script) throws IOException, InterruptedException {
        Psql.Answer answer = Psql.in(folder).run(server, server.superuser(), database, script, "-v", "ON_ERROR_STOP=1");
        return answer.exitCode() == 0 ? "" : answer.output();
    }

    StructureSnapshot read(String database) {
        return PairStates.read(server, database);
    }

    void drop(String database) {
        server.dropDatabase(database);
    }

    static boolean hasDump() {
        return Files.isExecutable(DUMP);
    }

    /** Whether {@link #dump} can be asked: a pg_dump reads servers of its own major version and older ones. */
    boolean canDump() {
        return server.major() <= 15 && hasDump();
    }

    /** Owners and grants are other layers; what differs from run to run is taken out. */
    Optional<String> dump(String database) throws IOException, InterruptedException {
        if (!canDump()) {
            return Optional.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(DUMP.toString(), "-s", "-x", "-O", database));
        builder.environment().put("PGHOST", server.host());
        builder.environment().put("PGPORT", Integer.toString(server.port()));
        builder.environment().put("PGUSER", server.superuser());
        builder.environment().put("PGPASSWORD", TestPostgres.password().reveal());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return Optional.of(text.replaceAll("(?m)^\\\\(un)?restrict .*\\n", "").strip());
    }
}
