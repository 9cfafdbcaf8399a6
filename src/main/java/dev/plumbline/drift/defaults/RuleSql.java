package dev.plumbline.drift.defaults;

import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.access.defaults.DefaultSql;
import dev.plumbline.drift.DefaultRule;
import dev.plumbline.drift.RuleComparison;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeWords;
import dev.plumbline.model.ServerVersion;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Default privileges as statements. What no statement can name, such as a dropped role, has none. */
final class RuleSql {
    private final Name creator;
    private final @Nullable Name schema;
    private final ObjectType type;
    private final List<Sql> statements = new ArrayList<>();

    private RuleSql(Name creator, @Nullable Name schema, ObjectType type) {
        this.creator = creator;
        this.schema = schema;
        this.type = type;
    }

    /** The statements that make the stored rule out of nothing; for any schema that is what differs from the built-in default. */
    static List<Sql> stored(MatrixCell cell, ServerVersion version) {
        RuleSql sql = new RuleSql(
                cell.row().creator(), cell.column().schema(), cell.column().type());
        List<AclItem> acl = cell.stored().orElse(List.of());
        List<AclItem> builtIn = cell.column().schema() == null && cell.stored().isPresent()
                ? BuiltInAcl.beforeRules(sql.type, sql.creator, version)
                : List.of();
        for (AclItem item : builtIn) {
            SortedSet<Privilege> taken = new TreeSet<>(item.held());
            acl.stream()
                    .filter(one -> one.grantee().equals(item.grantee()))
                    .forEach(one -> taken.removeAll(one.held()));
            sql.revoke(item.grantee(), taken);
        }
        for (AclItem item : acl) {
            SortedSet<Privilege> plain = new TreeSet<>();
            SortedSet<Privilege> grantable = new TreeSet<>();
            item.privileges().forEach((privilege, option) -> (option ? grantable : plain).add(privilege));
            builtIn.stream()
                    .filter(one -> one.grantee().equals(item.grantee()))
                    .forEach(one -> plain.removeAll(one.held()));
            sql.grant(item.grantee(), folded(plain, sql.type, version), false);
            sql.grant(item.grantee(), folded(grantable, sql.type, version), true);
        }
        return sql.statements;
    }

    /** CockroachDB's ALL again, where it was spelled out. */
    private static Collection<Privilege> folded(SortedSet<Privilege> held, ObjectType type, ServerVersion version) {
        boolean all = AllWord.isWorthAWord(type.kind(), version)
                && !held.isEmpty()
                && held.containsAll(type.kind().privileges(version));
        return all ? List.of(AllWord.ALL) : held;
    }

    /** What is missing of the wanted rule; nothing where the schema is. */
    static List<Sql> missing(RuleComparison wanted) {
        DefaultRule rule = wanted.rule();
        RuleSql sql = new RuleSql(rule.creator(), rule.schema(), rule.type());
        if (!wanted.schemaAbsent()) {
            sql.grant(Grantee.role(rule.grantee()), wanted.missing(), false);
        }
        return sql.statements;
    }

    private void grant(Grantee grantee, Collection<Privilege> privileges, boolean option) {
        words(grantee, privileges)
                .map(words -> DefaultSql.grant(creator, schema, words, type, grantee))
                .map(grant -> option ? Sql.of("%s WITH GRANT OPTION", grant) : grant)
                .ifPresent(statements::add);
    }

    private void revoke(Grantee grantee, Collection<Privilege> privileges) {
        words(grantee, privileges)
                .map(words -> DefaultSql.revoke(creator, schema, words, type, grantee))
                .ifPresent(statements::add);
    }

    private static Optional<Sql> words(Grantee grantee, Collection<Privilege> privileges) {
        return grantee.danglingOid() != 0 ? Optional.empty() : PrivilegeWords.of(privileges);
    }
}
