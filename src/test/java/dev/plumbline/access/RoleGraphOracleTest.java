package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.DatabaseEntry;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.Product;
import dev.plumbline.model.Role;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every cell of the recorded role matrix is what {@code pg_has_role} of a real server said. */
class RoleGraphOracleTest {
    private static final Path STATES = Path.of("../shared/oracles/pg-privileges/states-pg15");

    @TestFactory
    Stream<DynamicTest> everyCellIsAsTheServerAnswered() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(STATES), "the recorded states are not beside the project: " + STATES);
        List<Path> catalogs;
        try (Stream<Path> files = Files.list(STATES)) {
            catalogs = files.filter(file -> file.toString().endsWith(".catalog.json.gz"))
                    .sorted()
                    .toList();
        }
        assertThat(catalogs).isNotEmpty();
        return catalogs.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path catalog) throws IOException {
        RoleGraph graph = RoleGraph.of(snapshot(catalog));
        Path matrix = Path.of(catalog.toString().replace(".catalog.json.gz", ".matrix.csv.gz"));
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (List<String> cell : CsvText.records(unzipped(matrix))) {
            if (cell.get(0).equals("role")) {
                boolean said = (Integer.parseInt(cell.get(7)) & 1) != 0;
                boolean ours = answer(graph, Name.of(cell.get(4)), Name.of(cell.get(2)), cell.get(6));
                cells++;
                if (said != ours) {
                    wrong.add(cell + " but we say " + ours);
                }
            }
        }
        assertThat(cells).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    private static boolean answer(RoleGraph graph, Name member, Name role, String privilege) {
        return switch (privilege) {
            case "MEMBER" -> graph.isMember(member, role);
            case "USAGE" -> graph.hasPrivilegesOf(member, role);
            case "MEMBER WITH ADMIN OPTION" -> graph.isAdminOf(member, role);
            default -> throw new IllegalArgumentException(privilege);
        };
    }

    private static Snapshot snapshot(Path catalog) throws IOException {
        JsonNode root = new ObjectMapper().readTree(unzipped(catalog));
        Map<Long, Name> names = new HashMap<>();
        List<Role> roles = new ArrayList<>();
        for (JsonNode row : root.get("roles")) {
            Name name = Name.of(row.get("name").asText());
            names.put(row.get("oid").asLong(), name);
            boolean superuser = row.get("super").asBoolean();
            boolean inherit = row.get("inherit").asBoolean();
            roles.add(new Role(
                    row.get("oid").asLong(), name, superuser, inherit, false, false, true, false, false, -1, null));
        }
        List<Membership> memberships = new ArrayList<>();
        for (JsonNode row : root.get("members")) {
            memberships.add(new Membership(
                    Objects.requireNonNull(names.get(row.get("roleid").asLong())),
                    Objects.requireNonNull(names.get(row.get("member").asLong())),
                    null,
                    row.get("admin_option").asBoolean(),
                    true,
                    true));
        }
        ServerVersion version = new ServerVersion(
                Product.POSTGRESQL, root.get("server_version_num").asInt(), "15");
        Name database = Name.of(root.get("database").asText());
        Name owner = database;
        for (JsonNode row : root.get("databases")) {
            if (row.get("name").asText().equals(database.text())) {
                owner = names.getOrDefault(row.get("owner").asLong(), owner);
            }
        }
        return new Snapshot(
                new ServerIdentity(version, "1", "", 0, false, 1, database, Name.of("postgres")),
                new DatabaseEntry(1, database, owner, null, -1, "UTF8", "C"),
                roles,
                memberships,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
