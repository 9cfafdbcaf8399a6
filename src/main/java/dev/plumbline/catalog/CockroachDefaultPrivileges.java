package dev.plumbline.catalog;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Sql;
import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Default privileges of the owners in one schema, or outside of any, from SHOW DEFAULT PRIVILEGES (CockroachDB documentation). What FOR ALL
 * ROLES gives counts for each owner as its own, since that is what its objects will carry; {@code apart} it is a rule of {@link DefaultPrivilege#ALL_ROLES}.
 */
record CockroachDefaultPrivileges(
        List<Name> owners, @Nullable Name schema, boolean forAllRoles, boolean apart) implements SubjectReader {
    /** A reader per schema and kind of rule, since the answer names no schema. */
    static List<SubjectReader> of(List<Name> owners, List<Name> schemas, boolean apart) {
        List<@Nullable Name> places = new ArrayList<>();
        places.add(null);
        places.addAll(schemas);
        List<SubjectReader> readers = new ArrayList<>();
        for (Name place : places) {
            readers.add(new CockroachDefaultPrivileges(owners, place, false, apart));
            readers.add(new CockroachDefaultPrivileges(owners, place, true, apart));
        }
        return readers;
    }

    @Override
    public Query query() {
        Sql creators = forAllRoles
                ? Sql.of("SHOW DEFAULT PRIVILEGES FOR ALL ROLES")
                : Sql.of(
                        "SHOW DEFAULT PRIVILEGES FOR ROLE %s",
                        Sql.join(
                                ", ",
                                owners.stream()
                                        .map(owner -> Sql.of("%I", owner))
                                        .toList()));
        return Query.of(
                "the default privileges", schema == null ? creators : Sql.of("%s IN SCHEMA %I", creators, schema));
    }

    @Override
    public String gap() {
        return Gap.DEFAULT_PRIVILEGES;
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        Map<Rule, CockroachGrants> rules = new LinkedHashMap<>();
        List<Name> everybody = apart ? List.of(DefaultPrivilege.ALL_ROLES) : owners;
        for (Rows.Row row : rows.rows()) {
            Optional<ObjectType> type = type(row.text("object_type"));
            List<Name> creators = forAllRoles ? everybody : List.of(row.name("role"));
            type.ifPresent(known -> creators.forEach(
                    creator -> rules.computeIfAbsent(new Rule(creator, known), key -> new CockroachGrants())
                            .add(row)));
        }
        List<DefaultPrivilege> read = new ArrayList<>();
        rules.forEach((rule, grants) ->
                read.add(new DefaultPrivilege(rule.creator(), schema, rule.type(), grants.items(rule.creator()))));
        draft.addDefaultPrivileges(read);
    }

    /** Empty for kinds that no other server has. */
    private static Optional<ObjectType> type(String word) {
        return switch (word) {
            case "tables" -> Optional.of(ObjectType.TABLES);
            case "sequences" -> Optional.of(ObjectType.SEQUENCES);
            case "functions", "routines" -> Optional.of(ObjectType.FUNCTIONS);
            case "types" -> Optional.of(ObjectType.TYPES);
            case "schemas" -> Optional.of(ObjectType.SCHEMAS);
            default -> Optional.empty();
        };
    }

    private record Rule(Name creator, ObjectType type) {}
}
