package dev.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Name;
import dev.plumbline.model.Privilege;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What administrators of every kind were answered by real servers, statement by statement, is what we predict: for all statements that a repair
 * writes. The recorded statements that it never writes are listed as not claimed, and followed only where they change who owns what.
 */
class CapabilityOracleTest {
    private static final Path ANSWERS = Path.of("../shared/oracles/admin-capability");
    private static final Pattern DEFAULTS = Pattern.compile("ALTER DEFAULT PRIVILEGES FOR ROLE (\\w+) .*(?:TO) (\\w+)");
    private static final Pattern MEMBERSHIP = Pattern.compile("(GRANT|REVOKE) (own|app) (?:TO|FROM) (\\w+)");
    private static final Pattern ON_TABLE = Pattern.compile("GRANT SELECT ON (\\w+) TO app");
    private static final Pattern TABLE_OWNER = Pattern.compile("ALTER TABLE (\\w+) OWNER TO own");
    private static final Pattern REASSIGN = Pattern.compile("REASSIGN OWNED BY (\\w+) TO (\\w+)");

    /** From here on the recorded statements switch roles for good, or drop them. */
    private static final int LAST_STEP = 63;

    @ParameterizedTest
    @ValueSource(ints = {15, 16})
    void everyAnswerIsAsPredicted(int major, TestReporter reporter) throws IOException {
        Path file = ANSWERS.resolve("pg" + major + ".jsonl");
        Assumptions.assumeTrue(Files.exists(file), "the recorded answers are not beside the project: " + file);
        List<String> wrong = new ArrayList<>();
        Set<String> notClaimed = new TreeSet<>();
        int claimed = 0;
        Map<String, AdminWorld> worlds = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = new ObjectMapper().readTree(line);
            if (row.get("step").asInt() > LAST_STEP) {
                continue;
            }
            boolean chain = row.get("mode").asText().equals("chain");
            String admin = row.get("admin").asText();
            String situation = row.get("situation").asText();
            AdminWorld world = chain
                    ? worlds.computeIfAbsent(admin + situation, key -> new AdminWorld(major, admin, situation))
                    : new AdminWorld(major, admin, situation);
            String statement = row.get("statement").asText();
            boolean accepted = row.get("sqlstate").asText().equals("00000");
            Optional<Boolean> predicted = predicted(world, statement);
            if (predicted.isEmpty()) {
                notClaimed.add(statement);
            } else {
                claimed++;
                if (predicted.get() != accepted) {
                    wrong.add(
                            admin + " | " + situation + " | " + row.get("mode").asText() + " | " + statement + ": "
                                    + row.get("message").asText("accepted"));
                }
            }
            if (accepted) {
                follow(world, statement);
            }
        }
        reporter.publishEntry(Map.of(
                "PostgreSQL " + major,
                claimed + " answers predicted, " + wrong.size() + " of them wrong",
                "not claimed",
                notClaimed.size() + " statements: " + notClaimed));
        assertThat(claimed).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    private static Optional<Boolean> predicted(AdminWorld world, String statement) {
        Capability may = world.capability();
        Matcher defaults = DEFAULTS.matcher(statement);
        if (defaults.matches()) {
            Name creator = Name.of(defaults.group(1));
            return Optional.of(world.exists(creator)
                    && world.exists(Name.of(defaults.group(2)))
                    && may.alterDefaultPrivileges(creator).allowed());
        }
        Matcher membership = MEMBERSHIP.matcher(statement);
        if (membership.matches()) {
            return Optional.of(membership(world, may, membership));
        }
        Matcher onTable = ON_TABLE.matcher(statement);
        if (onTable.matches()) {
            return Optional.of(world.exists(AdminWorld.APP)
                    && may.grantOn(world.table(onTable.group(1)), List.of(Privilege.SELECT))
                            .allowed());
        }
        if (statement.startsWith("CREATE ROLE")) {
            return Optional.of(
                    !world.exists(created(statement)) && may.createRole().allowed());
        }
        if (statement.equals("ALTER DATABASE cap OWNER TO own")) {
            return Optional.of(world.exists(AdminWorld.OWNER)
                    && may.changeDatabaseOwner(AdminWorld.OWNER).allowed());
        }
        return Optional.empty();
    }

    private static boolean membership(AdminWorld world, Capability may, Matcher words) {
        Name role = Name.of(words.group(2));
        Name member = Name.of(words.group(3));
        if (!world.exists(role) || !world.exists(member)) {
            return false;
        }
        return words.group(1).equals("GRANT")
                ? may.grantMembership(role, member).allowed()
                : may.revokeMembership(role).allowed();
    }

    private static void follow(AdminWorld world, String statement) {
        Matcher membership = MEMBERSHIP.matcher(statement);
        Matcher owner = TABLE_OWNER.matcher(statement);
        Matcher reassign = REASSIGN.matcher(statement);
        if (membership.matches()) {
            Name role = Name.of(membership.group(2));
            Name member = Name.of(membership.group(3));
            if (membership.group(1).equals("GRANT")) {
                world.granted(role, member);
            } else {
                world.revoked(role, member);
            }
        } else if (owner.matches()) {
            world.tableOwnerIs(owner.group(1), AdminWorld.OWNER);
        } else if (reassign.matches()) {
            world.reassigned(Name.of(reassign.group(1)), Name.of(reassign.group(2)));
        } else if (statement.startsWith("CREATE ROLE")) {
            world.created(created(statement));
        } else if (statement.equals("ALTER DATABASE cap OWNER TO own")) {
            world.databaseOwnerIs(AdminWorld.OWNER);
        }
    }

    private static Name created(String statement) {
        return Name.of(statement.split(" ")[2]);
    }
}
