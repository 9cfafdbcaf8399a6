package dev.plumbline.plan.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.structure.StructureReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Databases made from text, read and dumped. Roles that a text misses are made, as its project's own tests do. */
final class PairDatabases {
    private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.+)\" does not exist");
    private static final Path DUMP = Path.of("/usr/lib/postgresql/15/bin/pg_dump");

    private final TestPostgres server;
    private final Path folder;

    PairDatabases(TestPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    String load(String sql) throws IOException, InterruptedException {
        String database = server.freshDatabase("way");
        String output = run(database, sql);
        Matcher missed = MISSING_ROLE.matcher(output);
        if (missed.find()) {
            server.execute("postgres", "CREATE ROLE \"" + missed.group(1).replace("\"", "\"\"") + "\"");
            server.dropDatabase(database);
            return load(sql);
        }
        assertThat(output).isEmpty();
        return database;
    }

    /** What psql said before it stopped; empty when every statement ran. */
    String run(String database, String script) throws IOException, InterruptedException {
        Psql.Answer answer = Psql.in(folder).run(server, server.superuser(), database, script, "-v", "ON_ERROR_STOP=1");
        return answer.exitCode() == 0 ? "" : answer.output();
    }

    StructureSnapshot read(String database) {
        try (ServerPools pools = new ServerPools()) {
            return pools.read(
                    TestTargets.superuser(server, database),
                    new CancelToken(),
                    session -> new StructureReader().read(session, new CancelToken()));
        }
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
