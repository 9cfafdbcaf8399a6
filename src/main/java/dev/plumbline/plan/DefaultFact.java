package dev.plumbline.plan;

import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of {@code pg_default_acl}. */
record DefaultFact(Name creator, @Nullable Name schema, ObjectType type) implements StateFact {
    @Override
    public String subject() {
        return "default privileges on " + type.word().toLowerCase(Locale.ROOT) + " of " + creator.shown() + " in "
                + (schema == null ? "any schema" : "schema " + schema.shown());
    }

    @Override
    public Sql query(ServerVersion version) {
        Sql where = schema == null
                ? Sql.of("d.defaclnamespace = 0")
                : Sql.of(
                        "d.defaclnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = %L)",
                        schema.text());
        return Sql.of(
                "SELECT line FROM pg_catalog.pg_default_acl d JOIN pg_catalog.pg_roles creator"
                        + " ON creator.oid = d.defaclrole CROSS JOIN LATERAL (SELECT 'rule' UNION ALL SELECT %s"
                        + " FROM pg_catalog.aclexplode(d.defaclacl) item) AS lines(line)"
                        + " WHERE creator.rolname = %L AND d.defaclobjtype = %L AND %s",
                FactText.aclSql(), creator.text(), String.valueOf(type.letter()), where);
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
