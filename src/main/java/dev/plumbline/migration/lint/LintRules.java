package dev.plumbline.migration.lint;

import dev.plumbline.migration.lint.rule.AccessMethodChanged;
import dev.plumbline.migration.lint.rule.AutovacuumOff;
import dev.plumbline.migration.lint.rule.CheckAdded;
import dev.plumbline.migration.lint.rule.CheckNamed;
import dev.plumbline.migration.lint.rule.ColumnDropped;
import dev.plumbline.migration.lint.rule.ColumnNamed;
import dev.plumbline.migration.lint.rule.ColumnRenamed;
import dev.plumbline.migration.lint.rule.ColumnsUnaligned;
import dev.plumbline.migration.lint.rule.ConcurrentInTransaction;
import dev.plumbline.migration.lint.rule.DynamicSqlBuilt;
import dev.plumbline.migration.lint.rule.ExclusionAdded;
import dev.plumbline.migration.lint.rule.ForeignKeyAdded;
import dev.plumbline.migration.lint.rule.ForeignKeyDropped;
import dev.plumbline.migration.lint.rule.ForeignKeyNamed;
import dev.plumbline.migration.lint.rule.IdentityAdded;
import dev.plumbline.migration.lint.rule.IndexDropNotConcurrent;
import dev.plumbline.migration.lint.rule.IndexNamed;
import dev.plumbline.migration.lint.rule.IndexNotConcurrent;
import dev.plumbline.migration.lint.rule.IndexOnPartitioned;
import dev.plumbline.migration.lint.rule.LoggedChanged;
import dev.plumbline.migration.lint.rule.NotInTransaction;
import dev.plumbline.migration.lint.rule.NotNullScan;
import dev.plumbline.migration.lint.rule.NotNullSet;
import dev.plumbline.migration.lint.rule.OwnTransaction;
import dev.plumbline.migration.lint.rule.PrimaryKeyAdded;
import dev.plumbline.migration.lint.rule.PrimaryKeyOverNullable;
import dev.plumbline.migration.lint.rule.PrimaryKeyRedefined;
import dev.plumbline.migration.lint.rule.RelationRenamed;
import dev.plumbline.migration.lint.rule.ReplicaIdentityChanged;
import dev.plumbline.migration.lint.rule.RequiredColumnAdded;
import dev.plumbline.migration.lint.rule.SchemaDropped;
import dev.plumbline.migration.lint.rule.SchemaNamed;
import dev.plumbline.migration.lint.rule.StoredColumnAdded;
import dev.plumbline.migration.lint.rule.TableDropped;
import dev.plumbline.migration.lint.rule.TableNamed;
import dev.plumbline.migration.lint.rule.TriggerAdded;
import dev.plumbline.migration.lint.rule.TypeChanged;
import dev.plumbline.migration.lint.rule.UniqueAdded;
import dev.plumbline.migration.lint.rule.UniqueOnExisting;
import dev.plumbline.migration.lint.rule.VolatileDefault;
import java.util.ArrayList;
import java.util.List;

/** Every rule there is. */
public final class LintRules {
    private LintRules() {}

    /** All but those of names, which need a configuration. */
    public static List<LintRule> all() {
        return List.of(
                new RelationRenamed(),
                new ColumnRenamed(),
                new ForeignKeyDropped(),
                new SchemaDropped(),
                new TableDropped(),
                new ColumnDropped(),
                new UniqueOnExisting(),
                new RequiredColumnAdded(),
                new NotNullSet(),
                new IndexNotConcurrent(),
                new IndexDropNotConcurrent(),
                new ConcurrentInTransaction(),
                new PrimaryKeyAdded(),
                new UniqueAdded(),
                new IndexOnPartitioned(),
                new ExclusionAdded(),
                new ColumnsUnaligned(),
                new TypeChanged(),
                new VolatileDefault(),
                new NotNullScan(),
                new PrimaryKeyOverNullable(),
                new CheckAdded(),
                new ForeignKeyAdded(),
                new LoggedChanged(),
                new TriggerAdded(),
                new StoredColumnAdded(),
                new IdentityAdded(),
                new AccessMethodChanged(),
                new PrimaryKeyRedefined(),
                new ReplicaIdentityChanged(),
                new AutovacuumOff(),
                new DynamicSqlBuilt(),
                new NotInTransaction(),
                new OwnTransaction());
    }

    /** With those of names that the configuration has patterns for. */
    public static List<LintRule> all(NamingRules naming) {
        List<LintRule> rules = new ArrayList<>(all());
        rules.add(new SchemaNamed(naming));
        rules.add(new TableNamed(naming));
        rules.add(new ColumnNamed(naming));
        rules.add(new IndexNamed(naming));
        rules.add(new ForeignKeyNamed(naming));
        rules.add(new CheckNamed(naming));
        return List.copyOf(rules);
    }
}
