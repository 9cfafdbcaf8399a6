package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextObjects;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.testing.Oracles;
import dev.plumbline.testing.Psql;
import dev.plumbline.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of default privileges, replayed on every major: each object that the server then really makes is as predicted. */
class NextObjectOracleTest {
    @TempDir
    private Path folder;

    private final Map<String, NextObject> predicted = new HashMap<>();
    private int refused;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyObjectIsAsTheServerMakesIt(int major) throws IOException, InterruptedException {
        Path oracle = Oracles.folder("pg-privileges");
        String question = Files.readString(oracle.resolve("oracle_default_privs.sql"));
        Psql psql = Psql.in(folder);
        TestPostgres server = TestPostgres.apart(major);
        try (Stream<Path> files = Files.list(oracle.resolve("states-pg15"))) {
            for (Path state : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                server.execute("postgres", "CREATE DATABASE fuzz TEMPLATE template0");
                psql.run(server, server.superuser(), "fuzz", Files.readString(state));
                Psql.Answer said = psql.run(server, server.superuser(), "fuzz", question, "-A", "-t");
                assertThat(said.exitCode()).as(said.output()).isZero();
                compare(major + " " + state.getFileName(), said.output(), server);
                server.dropDatabase("fuzz");
            }
        } finally {
            server.stop();
        }
    }

    private void compare(String what, String said, TestPostgres server) {
        AccessSnapshot snapshot = ListedCells.read(server, "fuzz", AccessScope.GRANTS);
        NextObjects next = NextObjects.of(snapshot, EffectivePrivileges.of(snapshot));
        predicted.clear();
        refused = 0;
        Set<String> theirs = new TreeSet<>();
        for (List<String> line : CsvText.records(said).stream().skip(1).toList()) {
            if (line.get(8).isEmpty()) {
                predicted.computeIfAbsent(String.join("|", line.subList(0, 3)), key -> predict(next, line));
                theirs.add(String.join("|", line.subList(0, 8)));
            } else {
                refused++;
            }
        }
        Set<String> ours = new TreeSet<>();
        predicted.forEach((key, object) -> ours.addAll(lines(key, object)));
        assertThat(theirs).hasSizeGreaterThan(500);
        List<String> wrong = new ArrayList<>();
        theirs.stream().filter(line -> !ours.contains(line)).limit(10).forEach(line -> wrong.add("server: " + line));
        ours.stream().filter(line -> !theirs.contains(line)).limit(10).forEach(line -> wrong.add("we: " + line));
        assertThat(wrong).as(what).isEmpty();
        long stored =
                predicted.values().stream().filter(object -> !object.builtIn()).count();
        System.out.println("[next] " + what + ": " + predicted.size() + " objects, " + stored + " with a stored ACL, "
                + theirs.size() + " lines, 0 differ; " + refused + " refused by the server, left out");
    }

    private static NextObject predict(NextObjects next, List<String> line) {
        String schema = line.get(1);
        return next.predict(
                Name.of(line.get(0)), schema.isEmpty() ? null : Name.of(schema), ObjectType.valueOf(line.get(2)));
    }

    private static List<String> lines(String key, NextObject object) {
        List<String> lines = new ArrayList<>();
        String head = key + "|" + (object.builtIn() ? "t" : "f") + "|";
        for (AclItem item : object.acl()) {
            Name role = item.grantee().role();
            String who = item.grantee().isPublic() ? "t|public" : "f|" + (role == null ? "" : role.text());
            for (Map.Entry<Privilege, Boolean> one : item.privileges().entrySet()) {
                lines.add(head + who + "|" + one.getKey().word() + "|" + (one.getValue() ? "t" : "f"));
            }
        }
        return lines;
    }
}
