package dev.plumbline.plan;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of {@code pg_default_acl}; no schema is the rule for any schema. */
record DefaultFact(Name creator, @Nullable Name schema, ObjectType type) implements StateFact {
    @Override
    public Key key() {
        return new Key("default", creator.text(), schema == null ? "" : schema.text(), String.valueOf(type.letter()));
    }

    static Sql found(List<DefaultFact> facts) {
        List<Sql> keys = facts.stream()
                .map(StateFact::key)
                .map(key -> Sql.of("(%L, %L, %L)", key.name(), key.of(), key.place()))
                .toList();
        return Sql.of(
                "SELECT 'default', creator.rolname::text, COALESCE(n.nspname::text, ''), d.defaclobjtype::text, line\n"
                        + "        FROM pg_catalog.pg_default_acl d"
                        + " JOIN pg_catalog.pg_roles creator ON creator.oid = d.defaclrole"
                        + " LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace\n        CROSS JOIN %s\n"
                        + "        WHERE (creator.rolname::text, COALESCE(n.nspname::text, ''), d.defaclobjtype::text)"
                        + " IN (%s)",
                FactText.linesOfRule("d.defaclacl"), Sql.join(",\n          ", keys));
    }

    @Override
    public List<String> expected(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        snapshot.defaultPrivileges().stream().filter(this::isAbout).forEach(rule -> {
            lines.add("rule");
            lines.addAll(FactText.acl(rule.acl()));
        });
        return lines;
    }

    private boolean isAbout(DefaultPrivilege rule) {
        return rule.creator().equals(creator) && Objects.equals(rule.schema(), schema) && rule.type() == type;
    }
}
