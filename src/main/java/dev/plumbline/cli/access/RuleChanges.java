package dev.plumbline.cli.access;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.BackfillGrant;
import dev.plumbline.access.change.GrantPrivileges;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixColumn;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.operation.AccessReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a creator's default privileges lead to: the reverse rules, and the grants on what was there before them. */
record RuleChanges(AccessReport report, DefaultMatrix matrix, Set<Name> schemas) {
    /** The same privileges the other way round: what each grantee creates, the creator may use. */
    List<AccessChange> mirror(Name creator) {
        List<AccessChange> changes = new ArrayList<>();
        details(creator).forEach(detail -> changes.addAll(detail.reverse()));
        return changes;
    }

    /** A grant for each object and grantee, whichever rules ask for it. */
    List<AccessChange> backfill(Name creator) {
        Map<Place, GrantPrivileges> grants = new LinkedHashMap<>();
        for (CellDetail detail : details(creator)) {
            detail.backfill()
                    .changes()
                    .forEach(grant -> grants.merge(
                            new Place(
                                    grant.object().oid(), grant.object().kind().word(), grant.grantee()),
                            grant,
                            RuleChanges::both));
        }
        List<AccessChange> changes = new ArrayList<>();
        grants.values().forEach(grant -> changes.add(new BackfillGrant(grant)));
        return changes;
    }

    /** Why these may be too few. */
    Optional<Gap> unknown(Name creator) {
        return matrix.unknown()
                .or(() -> details(creator).stream()
                        .flatMap(detail -> detail.backfill().unknown().stream())
                        .findFirst());
    }

    private record Place(long oid, String kind, int grantee) {}

    private static GrantPrivileges both(GrantPrivileges one, GrantPrivileges other) {
        return new GrantPrivileges(
                one.object(),
                one.column(),
                one.grantee(),
                new PrivilegeSet(one.privileges().bits() | other.privileges().bits()));
    }

    private List<CellDetail> details(Name creator) {
        Optional<MatrixRow> row = matrix.rows().stream()
                .filter(one -> one.creator().equals(creator))
                .findFirst();
        List<CellDetail> details = new ArrayList<>();
        for (MatrixColumn column : row.isEmpty() ? List.<MatrixColumn>of() : matrix.columns()) {
            Name schema = column.schema();
            if (schemas.isEmpty() || schema != null && schemas.contains(schema)) {
                details.add(CellDetail.of(matrix, report.privileges().closure(), row.get(), column));
            }
        }
        return details;
    }
}
