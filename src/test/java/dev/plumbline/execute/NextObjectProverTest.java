package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.access.EffectivePrivileges;
import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextObjects;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.access.defaults.Reach;
import dev.plumbline.catalog.AccessReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.AccessScope;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Role;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.PgFailure;
import dev.plumbline.pg.ServerPools;
import dev.plumbline.testing.TestPostgres;
import dev.plumbline.testing.TestTargets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is predicted is what the server makes, creator by creator; and who is said to reach it, the server lets. */
class NextObjectProverTest {
    private static final String[] SETUP = {
        "CREATE ROLE next_owner",
        "CREATE ROLE next_app LOGIN",
        "CREATE ROLE next_reader",
        "CREATE ROLE next_group",
        "CREATE ROLE \"next \"\"odd\"\" % näme\"",
        "CREATE ROLE next_quiet",
        "GRANT next_owner TO next_app",
        "GRANT next_reader TO next_group",
        "CREATE SCHEMA next_ledger AUTHORIZATION next_owner",
        "CREATE SCHEMA \"next 'audit' \\\"",
        "GRANT CREATE, USAGE ON SCHEMA \"next 'audit' \\\" TO next_app, \"next \"\"odd\"\" % näme\", next_quiet",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_owner IN SCHEMA next_ledger GRANT SELECT, INSERT ON TABLES TO next_reader",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_owner GRANT SELECT ON TABLES TO next_app WITH GRANT OPTION",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_owner IN SCHEMA next_ledger REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_owner GRANT USAGE ON SCHEMAS TO next_group",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_app IN SCHEMA \"next 'audit' \\\" GRANT USAGE ON SEQUENCES TO PUBLIC",
        "ALTER DEFAULT PRIVILEGES FOR ROLE \"next \"\"odd\"\" % näme\" REVOKE ALL ON TABLES FROM \"next \"\"odd\"\" % näme\"",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_quiet REVOKE ALL ON TABLES FROM next_quiet",
        "ALTER DEFAULT PRIVILEGES FOR ROLE next_quiet IN SCHEMA \"next 'audit' \\\" GRANT SELECT ON TABLES TO next_reader"
    };

    private final CancelToken cancel = new CancelToken();
    private int proved;
    private int refused;

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void everyPredictionIsProved(int major) {
        TestPostgres server = TestPostgres.apart(major);
        try (ServerPools pools = new ServerPools()) {
            server.execute("postgres", "CREATE DATABASE next TEMPLATE template0");
            server.execute("next", SETUP);
            server.execute("next", "GRANT CREATE ON DATABASE next TO next_owner, next_quiet");
            AccessSnapshot snapshot = read(server, pools);
            NextObjects next = NextObjects.of(snapshot, EffectivePrivileges.of(snapshot));
            NextObjectProver prover = new NextObjectProver(pools, TestTargets.superuser(server, "next"));
            List<Name> schemas = List.of(Name.of("public"), Name.of("next_ledger"), Name.of("next 'audit' \\"));
            for (Role creator : snapshot.catalog().roles()) {
                if (!creator.name().text().startsWith("pg_")) {
                    for (ObjectType type : ObjectType.values()) {
                        if (type == ObjectType.SCHEMAS) {
                            prove(prover, snapshot, next.predict(creator.name(), null, type));
                        } else if (type != ObjectType.LARGE_OBJECTS) {
                            schemas.forEach(
                                    schema -> prove(prover, snapshot, next.predict(creator.name(), schema, type)));
                        }
                    }
                }
            }
            assertThat(proved).isGreaterThan(25);
            assertThat(read(server, pools)).as("nothing stays").isEqualTo(snapshot);
            System.out.println("[proof] " + major + ": " + proved + " predictions proved, " + refused
                    + " refused because the creator may not create there");
            emptyRulesTakeNothingAway(server, next);
            theServerLetsThoseWhoAreSaidToReachIt(server, snapshot, next);
        } finally {
            server.stop();
        }
    }

    private void prove(NextObjectProver prover, AccessSnapshot snapshot, NextObject predicted) {
        try {
            NextObjectProver.Made made = prover.make(
                    predicted.creator(),
                    predicted.schema(),
                    predicted.type(),
                    snapshot.catalog().server(),
                    cancel);
            NextProof proof = new NextProof(predicted, made.owner(), made.acl(), made.notes());
            assertThat(proof.agrees())
                    .as(predicted + " but " + proof.owner() + " " + proof.acl())
                    .isTrue();
            proved++;
        } catch (ProblemException failure) {
            assertThat(PgFailure.sqlState(failure))
                    .as(failure.problem().message())
                    .isEqualTo("42501");
            refused++;
        }
    }

    /** The oddity that the matrix warns of: an empty rule for any schema comes out as NULL, which is everything. */
    private static void emptyRulesTakeNothingAway(TestPostgres server, NextObjects next) {
        assertThat(server.query(
                        "next",
                        "SELECT defaclacl FROM pg_default_acl WHERE defaclrole = 'next_quiet'::regrole"
                                + " AND defaclnamespace = 0"))
                .containsExactly("{}");
        Name quiet = Name.of("next_quiet");
        assertThat(next.predict(quiet, Name.of("public"), ObjectType.TABLES).builtIn())
                .isTrue();
        assertThat(next.predict(quiet, Name.of("next 'audit' \\"), ObjectType.TABLES)
                        .acl())
                .singleElement()
                .satisfies(item -> assertThat(item.grantee().shown()).isEqualTo("next_reader"));
        assertThat(server.query(
                        "next",
                        "SELECT count(*) FROM pg_default_acl WHERE defaclobjtype = 'f' AND defaclnamespace <> 0"))
                .as("a REVOKE in a schema stores nothing")
                .containsExactly("0");
    }

    private static void theServerLetsThoseWhoAreSaidToReachIt(
            TestPostgres server, AccessSnapshot snapshot, NextObjects next) {
        server.execute("next", "SET ROLE next_owner", "CREATE TABLE next_ledger.made (a int)");
        NextObject predicted = next.predict(Name.of("next_owner"), Name.of("next_ledger"), ObjectType.TABLES);
        List<String> ours = new ArrayList<>();
        for (Role role : snapshot.catalog().roles()) {
            Reach reach = reach(predicted, role.name());
            for (Privilege privilege : ObjectType.TABLES.kind().privileges(snapshot.version())) {
                boolean held = reach != null && reach.held().has(privilege);
                String asked = "SELECT has_table_privilege("
                        + Sql.quotedLiteral(role.name().text()) + ", 'next_ledger.made', '" + privilege.word() + "')";
                assertThat(server.query("next", asked))
                        .as(role.name().shown() + " " + privilege)
                        .containsExactly(held ? "t" : "f");
            }
            if (reach != null && !role.name().text().startsWith("pg_")) {
                ours.add(role.name().shown() + ": " + reach.letters() + " " + reach.path());
            }
        }
        String all = snapshot.version().isPostgresAtLeast(17) ? "arwdDxtm" : "arwdDxt";
        assertThat(ours)
                .containsExactlyInAnyOrder(
                        "next_owner: " + all + " owner",
                        "next_app: " + all.replace("r", "r*") + " r granted, " + all.replace("r", "")
                                + " through next_owner",
                        "next_reader: ar granted",
                        "next_group: ar through next_reader",
                        "postgres: " + all + " superuser");
    }

    private static @Nullable Reach reach(NextObject object, Name role) {
        return object.reaches().stream()
                .filter(reach -> reach.who().is(role))
                .findFirst()
                .orElse(null);
    }

    private AccessSnapshot read(TestPostgres server, ServerPools pools) {
        return pools.read(
                TestTargets.superuser(server, "next"),
                cancel,
                session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @MethodSource("dev.plumbline.testing.TestPostgres#majors")
    void anotherDatabaseIsRefused(int major) {
        TestPostgres server = TestPostgres.major(major);
        String here = server.freshDatabase("next");
        String there = server.freshDatabase("next");
        try (ServerPools pools = new ServerPools()) {
            AccessSnapshot snapshot = pools.read(
                    TestTargets.superuser(server, here),
                    cancel,
                    session -> new AccessReader().read(session, AccessScope.GRANTS, cancel));
            NextObject predicted =
                    NextObject.predict(snapshot, Name.of(server.superuser()), Name.of("public"), ObjectType.TABLES);
            NextObjectProver prover = new NextObjectProver(pools, TestTargets.superuser(server, there));
            assertThatThrownBy(() -> prover.make(
                            predicted.creator(),
                            predicted.schema(),
                            predicted.type(),
                            snapshot.catalog().server(),
                            cancel))
                    .hasMessageContaining("another server or database");
        }
    }
}
