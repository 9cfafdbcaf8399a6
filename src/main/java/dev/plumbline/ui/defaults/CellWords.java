package dev.plumbline.ui.defaults;

import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.Chip;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.RoleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a cell says: a few marks, each a sign and a word; the declared owner role and app user by their short names. */
record CellWords(OwnershipModel declared, RoleIndex roles) {
    /** One mark in a cell. */
    record Mark(String text, CellState state) {}

    List<Mark> of(MatrixCell cell) {
        List<Mark> marks = new ArrayList<>();
        if (cell.state() == CellState.MISSING) {
            boolean partly = cell.wanted().filter(one -> one.partly()).isPresent();
            String letters = partly ? " " + letters(cell.wanted().get().missing()) : "";
            marks.add(new Mark("− missing" + letters, CellState.MISSING));
        }
        for (Chip chip : cell.chips()) {
            marks.add(new Mark(chip.state().sign() + " " + grantee(chip) + " " + chip.letters(), chip.state()));
        }
        if (marks.isEmpty()) {
            marks.add(
                    switch (cell.state()) {
                        case NONE -> new Mark(cell.state().sign(), cell.state());
                        case RULE -> new Mark(cell.state().sign() + " empty rule", CellState.PUBLIC_OPEN);
                        case ALL_ROLES -> new Mark(cell.state().sign() + " all roles", cell.state());
                        case GLOBAL_ONLY -> new Mark("* by any schema", CellState.GLOBAL_ONLY);
                        default ->
                            new Mark(cell.state().sign() + " " + cell.state().word(), cell.state());
                    });
        }
        return marks;
    }

    private String grantee(Chip chip) {
        Name role = chip.grantee().role();
        if (role != null && declared instanceof OwnershipModel.Auto auto) {
            String shortName = role.equals(auto.ownerRole()) ? "owner" : role.equals(auto.appUser()) ? "app" : "";
            if (!shortName.isEmpty() && roles.of(Name.of(shortName)) == null) {
                return shortName;
            }
        }
        return chip.grantee().shown();
    }

    /** The whole of a cell in words, for tooltips and screen readers. */
    static String told(MatrixCell cell) {
        String grants = cell.chips().stream()
                .map(chip -> chip.shown() + " (" + chip.state().word() + ")")
                .collect(Collectors.joining(", "));
        String missing = cell.wanted()
                .filter(wanted -> !wanted.missing().isEmpty())
                .map(wanted -> ". Missing " + words(wanted.missing()) + " for "
                        + wanted.rule().grantee().shown())
                .orElse("");
        return cell.shown() + ": " + cell.state().word() + (grants.isEmpty() ? "" : ". " + grants) + missing
                + (cell.note().isEmpty() ? "" : ". " + cell.note());
    }

    static String words(SortedSet<Privilege> privileges) {
        return privileges.stream().map(Privilege::word).collect(Collectors.joining(", "));
    }

    private static String letters(SortedSet<Privilege> privileges) {
        return AclItem.of(Name.of("nobody"), Name.of("nobody"), privileges).letters();
    }
}
