package dev.plumbline.drift.defaults;

import dev.plumbline.access.defaults.BuiltInAcl;
import dev.plumbline.drift.RuleComparison;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.AllWord;
import dev.plumbline.model.DefaultPrivilege;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a cell of the matrix out of the rules that are stored and what the model asks for. */
final class CellReader {
    private static final List<CellState> WORST_FIRST =
            List.of(CellState.WRONG_CREATOR, CellState.EXTRA, CellState.PUBLIC_OPEN, CellState.OK, CellState.RULE);
    private static final String EMPTY_RULE =
            "This rule is empty, and the server then gives what it gives without any rule: nothing is taken away.";

    private final Snapshot snapshot;
    private final Overlay overlay;
    private final boolean unknown;
    private final boolean cockroach;
    private final Map<Place, List<AclItem>> rules = new HashMap<>();

    CellReader(Snapshot snapshot, Overlay overlay) {
        this.snapshot = snapshot;
        this.overlay = overlay;
        this.cockroach = snapshot.server().version().isCockroach();
        this.unknown = snapshot.gapAbout(Gap.DEFAULT_PRIVILEGES).isPresent();
        for (DefaultPrivilege rule : snapshot.defaultPrivileges()) {
            rules.put(new Place(rule.creator(), rule.schema(), rule.type()), rule.acl());
        }
    }

    MatrixCell cell(MatrixRow row, MatrixColumn column) {
        Optional<RuleComparison> wanted = overlay.wanted(row.creator(), column);
        if (unknown) {
            return new MatrixCell(row, column, CellState.UNKNOWN, List.of(), Optional.empty(), wanted, "");
        }
        Optional<List<AclItem>> stored = rule(row.creator(), column.schema(), column.type());
        List<Chip> chips =
                new ArrayList<>(stored.map(acl -> chips(row, column, acl)).orElse(List.of()));
        List<Chip> anySchema = column.schema() == null
                ? List.of()
                : rule(row.creator(), null, column.type())
                        .map(acl -> chips(row, new MatrixColumn(null, column.type(), true), acl))
                        .orElse(List.of());
        List<Chip> ofAllRoles = ofAllRoles(row, column);
        CellState state = state(row, column, wanted, chips, anySchema);
        if (state == CellState.HOLLOW && stored.isEmpty() && !ofAllRoles.isEmpty()) {
            state = CellState.ALL_ROLES;
        } else if (state == CellState.NONE || state == CellState.HOLLOW) {
            state = stored.isPresent() ? CellState.RULE : state;
        } else if (state == CellState.GLOBAL_ONLY) {
            anySchema.forEach(chip -> chips.add(new Chip(chip.grantee(), chip.letters(), CellState.GLOBAL_ONLY)));
        }
        String note = stored.filter(acl -> acl.isEmpty() && !cockroach)
                .map(acl -> EMPTY_RULE)
                .orElse("");
        if (!ofAllRoles.isEmpty()) {
            note = "FOR ALL ROLES gives besides: "
                    + ofAllRoles.stream().map(Chip::shown).distinct().collect(Collectors.joining(", ")) + ".";
        }
        if (state == CellState.MISSING
                && wanted.filter(RuleComparison::schemaAbsent).isPresent()) {
            note = "The schema does not exist, so the rule cannot be set.";
        }
        return new MatrixCell(row, column, state, chips, stored, wanted, note);
    }

    /** What the rules FOR ALL ROLES add to this creator's here, those for any schema included. */
    private List<Chip> ofAllRoles(MatrixRow row, MatrixColumn column) {
        if (!cockroach || row.isForAllRoles()) {
            return List.of();
        }
        MatrixRow all = new MatrixRow(DefaultPrivilege.ALL_ROLES, List.of(), false, false, false);
        List<Chip> chips = new ArrayList<>(rule(all.creator(), column.schema(), column.type())
                .map(acl -> chips(all, column, acl))
                .orElse(List.of()));
        if (column.schema() != null) {
            MatrixColumn any = new MatrixColumn(null, column.type(), true);
            rule(all.creator(), null, column.type()).ifPresent(acl -> chips.addAll(chips(all, any, acl)));
        }
        return chips;
    }

    private CellState state(
            MatrixRow row,
            MatrixColumn column,
            Optional<RuleComparison> wanted,
            List<Chip> chips,
            List<Chip> anySchema) {
        if (wanted.filter(rule -> !rule.present()).isPresent()) {
            return CellState.MISSING;
        }
        Set<CellState> states = chips.stream().map(Chip::state).collect(Collectors.toSet());
        Optional<CellState> worst = WORST_FIRST.stream()
                .filter(states::contains)
                .filter(state -> state.differs() || state == CellState.PUBLIC_OPEN)
                .findFirst();
        if (worst.isPresent()) {
            return worst.get();
        }
        if (wanted.isPresent()) {
            return wanted.get().byAnySchema() ? CellState.GLOBAL_ONLY : CellState.OK;
        }
        if (!states.isEmpty()) {
            return CellState.RULE;
        }
        if (!anySchema.isEmpty()) {
            return CellState.GLOBAL_ONLY;
        }
        return mayCreate(row, column) && !isLeftAlone(row, column) ? CellState.HOLLOW : CellState.NONE;
    }

    /** The ownership model leaves types and schemas to the server's own default on purpose. */
    private boolean isLeftAlone(MatrixRow row, MatrixColumn column) {
        boolean asked = column.type() != ObjectType.TYPES && column.type() != ObjectType.SCHEMAS;
        return !asked && overlay.creators().contains(row.creator());
    }

    private static boolean mayCreate(MatrixRow row, MatrixColumn column) {
        Name schema = column.schema();
        return schema != null
                ? row.createsIn().contains(schema)
                : column.type() == ObjectType.SCHEMAS && row.createsSchemas();
    }

    private Optional<List<AclItem>> rule(Name creator, @Nullable Name schema, ObjectType type) {
        return Optional.ofNullable(rules.get(new Place(creator, schema, type)));
    }

    /** The creator's own entry and what PUBLIC has anyway are not news; that PUBLIC has it no longer is. */
    private List<Chip> chips(MatrixRow row, MatrixColumn column, List<AclItem> acl) {
        Map<Grantee, TreeMap<Privilege, Boolean>> byGrantee = new TreeMap<>();
        for (AclItem item : acl) {
            TreeMap<Privilege, Boolean> held = byGrantee.computeIfAbsent(item.grantee(), key -> new TreeMap<>());
            item.privileges().forEach((privilege, option) -> held.merge(privilege, option, Boolean::logicalOr));
        }
        List<Chip> chips = new ArrayList<>();
        boolean any = column.schema() == null;
        List<AclItem> builtIn = any
                ? BuiltInAcl.beforeRules(
                        column.type(), row.creator(), snapshot.server().version())
                : List.of();
        for (AclItem item : builtIn) {
            TreeMap<Privilege, Boolean> held = byGrantee.remove(item.grantee());
            Map<Privilege, Boolean> given = held == null ? Map.of() : held;
            if ((!acl.isEmpty() || cockroach) && !given.keySet().containsAll(item.held())) {
                TreeMap<Privilege, Boolean> taken = new TreeMap<>(item.privileges());
                taken.keySet().removeAll(given.keySet());
                chips.add(new Chip(item.grantee(), "−" + letters(column, taken), CellState.RULE));
            }
            TreeMap<Privilege, Boolean> more = new TreeMap<>(given);
            more.entrySet().removeAll(item.privileges().entrySet());
            if (!more.isEmpty()) {
                chips.add(chip(row, column, item.grantee(), more));
            }
        }
        byGrantee.forEach((grantee, held) -> chips.add(chip(row, column, grantee, held)));
        return chips;
    }

    private Chip chip(MatrixRow row, MatrixColumn column, Grantee grantee, SortedMap<Privilege, Boolean> held) {
        CellState state = grantee.isPublic() ? CellState.PUBLIC_OPEN : overlay.stateOf(row.creator(), column, grantee);
        return new Chip(grantee, letters(column, held), state);
    }

    private String letters(MatrixColumn column, SortedMap<Privilege, Boolean> held) {
        AclItem item = new AclItem(Grantee.PUBLIC, Grantee.PUBLIC, held);
        return AllWord.folded(item, column.type().kind(), snapshot.server().version())
                .letters();
    }

    private record Place(Name creator, @Nullable Name schema, ObjectType type) {}
}
