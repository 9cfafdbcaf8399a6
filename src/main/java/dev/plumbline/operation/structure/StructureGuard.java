package dev.plumbline.operation.structure;

import dev.plumbline.catalog.structure.GuardedThings;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.ServerIdentity;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.model.structure.StructureSnapshot;
import dev.plumbline.plan.GuardParts;
import dev.plumbline.plan.structure.StructurePlan;
import dev.plumbline.plan.structure.StructureStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The block that stops the script of a structure's plan before its first statement: on another database, another server or major version, and where what the script touches is not
 * what it was. It looks once; what others change while the script runs, comments, owners, privileges and what the script does not touch are beyond it.
 */
public final class StructureGuard {
    private static final Set<StructureKind> WHOLES = Set.of(
            StructureKind.TABLE,
            StructureKind.FOREIGN_TABLE,
            StructureKind.VIEW,
            StructureKind.MATERIALIZED_VIEW,
            StructureKind.DOMAIN);

    private StructureGuard() {}

    /** @param server where the structure was read; empty when it came from SQL, so that any database in that state will do */
    public static Sql of(StructurePlan plan, StructureSnapshot from, Optional<ServerIdentity> server) {
        return of(plan, Renames.NONE, from, server);
    }

    /** @param renames that the plan begins with: what it names is looked at under the earlier name as well */
    public static Sql of(StructurePlan plan, Renames renames, StructureSnapshot from, Optional<ServerIdentity> server) {
        Set<StructureName> names = plan.steps().stream()
                .map(StructureStep::about)
                .flatMap(name -> Stream.of(name, renames.before(name)))
                .collect(Collectors.toCollection(HashSet::new));
        renames.accepted().forEach(one -> names.addAll(List.of(one.thing().name(), one.to())));
        GuardedThings things = new GuardedThings(
                names,
                names.stream().filter(name -> WHOLES.contains(name.kind())).collect(Collectors.toSet()));
        List<Sql> parts = new ArrayList<>();
        parts.add(Sql.of("\nDECLARE\n  differences text;\nBEGIN\n"));
        server.ifPresentOrElse(
                identity -> {
                    parts.add(GuardParts.otherDatabase(identity));
                    parts.add(GuardParts.otherServer(identity));
                },
                () -> parts.add(GuardParts.otherVersion(from.version().major())));
        parts.add(states(things, from));
        parts.add(Sql.of("END\n"));
        return GuardParts.inDollars(Sql.join("", parts));
    }

    private static Sql states(GuardedThings things, StructureSnapshot from) {
        return Sql.of("""
                  WITH expected(kind, schema, parent, name, line) AS (
                      %s
                    ), present(kind, schema, parent, name, line) AS (
                      %s
                    ), different AS (
                      (TABLE expected EXCEPT ALL TABLE present) UNION ALL (TABLE present EXCEPT ALL TABLE expected)
                    )
                    SELECT pg_catalog.string_agg(DISTINCT pg_catalog.regexp_replace(pg_catalog.concat_ws(' ', pg_catalog.lower(kind),
                        pg_catalog.concat_ws('.', NULLIF(schema, ''), NULLIF(parent, ''), name)) COLLATE "C", '[^[:print:]]', '?', 'g'), '; ')
                      INTO differences FROM different;
                  IF differences IS NOT NULL THEN
                    RAISE EXCEPTION USING
                      MESSAGE = 'What this script touches is not what it was when the script was made. Nothing was changed.',
                      DETAIL = differences, HINT = 'Compare again, and run the new script.';
                  END IF;
                """, things.expected(from), things.found());
    }

    /** What is said at the head of a script about its guard. */
    public static List<String> inWords(Optional<ServerIdentity> server) {
        List<String> lines = new ArrayList<>();
        lines.add(
                server.map(identity -> "It changes nothing unless it runs in database "
                                + identity.database().shown()
                                + (GuardParts.isKnown(identity.systemIdentifier())
                                        ? " of the server with system identifier " + identity.systemIdentifier()
                                        : " of a server of that version (its system identifier could not be read)")
                                + ", and all that it touches is as it was.")
                        .orElse(
                                "It changes nothing unless all that it touches is as it was. It knows no database: look where you run it."));
        lines.add("For a copy of the server, which has another system identifier: psql -X -v other_server=yes -f FILE");
        lines.add(
                "Looked at once, before the first statement: not what others change meanwhile, nor comments, owners and privileges.");
        return server.isPresent() ? lines : List.of(lines.get(0), lines.get(2));
    }
}
