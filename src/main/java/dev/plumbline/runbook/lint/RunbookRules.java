package dev.plumbline.runbook.lint;

import dev.plumbline.runbook.lint.rule.AnnotationAlone;
import dev.plumbline.runbook.lint.rule.AnnotationUnread;
import dev.plumbline.runbook.lint.rule.ChangeBeforeRead;
import dev.plumbline.runbook.lint.rule.ChangeUnverified;
import dev.plumbline.runbook.lint.rule.CheckThatChanges;
import dev.plumbline.runbook.lint.rule.DeleteBeforeDump;
import dev.plumbline.runbook.lint.rule.DeletedThenRestarted;
import dev.plumbline.runbook.lint.rule.DestructiveUnapproved;
import dev.plumbline.runbook.lint.rule.FieldUnknown;
import dev.plumbline.runbook.lint.rule.IndexBlocksWriters;
import dev.plumbline.runbook.lint.rule.KindUnknown;
import dev.plumbline.runbook.lint.rule.NameAsLiteral;
import dev.plumbline.runbook.lint.rule.NoTimeout;
import dev.plumbline.runbook.lint.rule.OperatorDeleted;
import dev.plumbline.runbook.lint.rule.PlaceholderForm;
import dev.plumbline.runbook.lint.rule.PlaceholderQuoted;
import dev.plumbline.runbook.lint.rule.PodsForTable;
import dev.plumbline.runbook.lint.rule.ReadThatChanges;
import dev.plumbline.runbook.lint.rule.RestartWithoutWait;
import dev.plumbline.runbook.lint.rule.RowSecurityByCount;
import dev.plumbline.runbook.lint.rule.RowsInTemporary;
import dev.plumbline.runbook.lint.rule.SecretWritten;
import dev.plumbline.runbook.lint.rule.SettingMissing;
import dev.plumbline.runbook.lint.rule.SqlNotUnderstood;
import dev.plumbline.runbook.lint.rule.TableStays;
import dev.plumbline.runbook.lint.rule.TypeNotTheOperators;
import dev.plumbline.runbook.lint.rule.VariableNeverSet;
import dev.plumbline.runbook.lint.rule.VariableUnset;
import dev.plumbline.runbook.lint.rule.VariableUnused;
import dev.plumbline.runbook.lint.rule.WaitForNothing;
import dev.plumbline.runbook.lint.rule.WaitWithoutEnd;
import java.util.List;

/** Every rule there is. */
public final class RunbookRules {
    private RunbookRules() {}

    public static List<RunbookRule> all() {
        return List.of(
                new VariableUnset(),
                new VariableNeverSet(),
                new VariableUnused(),
                new PlaceholderForm(),
                new NameAsLiteral(),
                new PlaceholderQuoted(),
                new SqlNotUnderstood(),
                new DeletedThenRestarted(),
                new OperatorDeleted(),
                new RestartWithoutWait(),
                new AnnotationUnread(),
                new AnnotationAlone(),
                new KindUnknown(),
                new FieldUnknown(),
                new CheckThatChanges(),
                new ReadThatChanges(),
                new RowSecurityByCount(),
                new SettingMissing(),
                new DeleteBeforeDump(),
                new DestructiveUnapproved(),
                new ChangeBeforeRead(),
                new ChangeUnverified(),
                new TableStays(),
                new WaitForNothing(),
                new PodsForTable(),
                new WaitWithoutEnd(),
                new NoTimeout(),
                new IndexBlocksWriters(),
                new TypeNotTheOperators(),
                new SecretWritten(),
                new RowsInTemporary());
    }
}
