package dev.plumbline.drift.security;

import dev.plumbline.access.change.ChangeOwner;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Role;
import java.util.ArrayList;
import java.util.List;

/** SEC-426: a partition in another hand: its owner reads and drops rows of the table without any right on it. */
final class PartitionOwnerCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-426";
    }

    @Override
    public String title() {
        return "Partition of another owner than its table";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_TABLES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject partition : situation.objects(ObjectKind.RELATION)) {
            DatabaseObject table = situation.relation(
                    situation.snapshot().relationFacts(partition).partitionOf());
            if (table != null && table.owner() != partition.owner()) {
                Role owner = situation.role(table.owner());
                findings.add(SecurityFinding.of(
                                this,
                                List.of(ObjectWords.of(partition), ObjectWords.of(table)),
                                ObjectWords.of(partition) + " belongs to "
                                        + situation.index().shown(partition.owner()) + ", but the table that it is a"
                                        + " partition of, " + table.shown() + ", to "
                                        + situation.index().shown(table.owner()) + ".")
                        .withDestructiveFix(
                                owner == null
                                        ? List.of()
                                        : ObjectSql.changeOwner(partition, owner.name()).stream()
                                                .toList())
                        .staging(List.of(new ChangeOwner(partition, table.owner()))));
            }
        }
        return findings;
    }
}
