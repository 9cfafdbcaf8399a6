package dev.plumbline.ui.defaults;

import dev.plumbline.access.change.AccessChange;
import dev.plumbline.access.change.BackfillGrant;
import dev.plumbline.drift.defaults.Backfill;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.CellState;
import dev.plumbline.drift.defaults.MatrixCell;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.StageButton;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** The opened cell: its rule as SQL, what exists and does not match, and the reverse pair; each can be staged or copied. */
record CellSheet(Stager stager, AccessSnapshot read) {
    private static final int GRANTS_SHOWN = 5;

    List<Node> of(CellDetail detail) {
        MatrixCell cell = detail.cell();
        List<Node> parts = new ArrayList<>();
        parts.add(Sheets.head(
                Sheets.heading(cell.shown()),
                new Badge(cell.state().sign() + " " + cell.state().word(), tone(cell))));
        if (!cell.note().isEmpty()) {
            parts.add(Sheets.words(cell.note()));
        }
        if (!detail.missing().isEmpty()) {
            parts.add(Sheets.head(
                    Sheets.heading(Texts.get("defaults.missing")),
                    stage("stageMissing", detail.lacking(), "defaults.missing"),
                    Sheets.copy("copyMissing", detail.missing())));
            detail.missing().forEach(sql -> parts.add(Sheets.statement(sql)));
        }
        if (!detail.stored().isEmpty()) {
            parts.add(Sheets.head(
                    Sheets.heading(Texts.get("defaults.stored")),
                    stage("stageRemoval", detail.removal(), "defaults.removal").labelled(Texts.get("defaults.remove")),
                    Sheets.copy("copyStored", detail.stored())));
            detail.stored().forEach(sql -> parts.add(Sheets.statement(sql)));
        } else if (cell.state() == CellState.UNKNOWN) {
            parts.add(Sheets.muted(Texts.get("defaults.rule.unknown")));
        } else if (cell.stored().isEmpty()) {
            parts.add(Sheets.muted(Texts.get("defaults.no-rule")));
        }
        String rules = cell.column().schema() == null ? "defaults.any" : "defaults.adds";
        parts.add(Sheets.muted(Texts.get(read.version().isCockroach() ? "defaults.cockroach" : rules)));
        if (cell.row().isForAllRoles()) {
            parts.add(Sheets.muted(Texts.get("defaults.backfill.all")));
            return parts;
        }
        backfill(parts, detail.backfill());
        if (!detail.mirror().isEmpty()) {
            parts.add(Sheets.head(
                    Sheets.heading(Texts.get("defaults.mirror")),
                    stage("stageMirror", detail.reverse(), "defaults.mirror"),
                    Sheets.copy("copyMirror", detail.mirror())));
            parts.add(Sheets.muted(Texts.get("defaults.mirror.words")));
            detail.mirror().forEach(sql -> parts.add(Sheets.statement(sql)));
        }
        return parts;
    }

    /** Not there where nothing could be staged, as for a rule that gives something to its own creator alone. */
    private StageButton stage(String id, List<? extends AccessChange> changes, String words) {
        StageButton button = new StageButton(stager, read, changes, Texts.get(words));
        button.setId(id);
        button.setVisible(!changes.isEmpty());
        button.setManaged(!changes.isEmpty());
        return button;
    }

    private void backfill(List<Node> parts, Backfill backfill) {
        int unmatched = backfill.unmatched().size();
        if (backfill.grants().isEmpty()) {
            parts.add(Sheets.heading(Texts.get("defaults.backfill")));
        } else {
            parts.add(Sheets.head(
                    Sheets.heading(Texts.get("defaults.backfill")),
                    stage(
                            "stageBackfill",
                            backfill.changes().stream().map(BackfillGrant::new).toList(),
                            "defaults.backfill"),
                    Sheets.copy("copyBackfill", backfill.grants())));
        }
        String words = backfill.looked() == 0
                ? Texts.get("defaults.backfill.nothing")
                : unmatched == 0
                        ? Texts.get("defaults.backfill.none", backfill.looked())
                        : Texts.get("defaults.backfill.some", unmatched, backfill.looked());
        parts.add(Sheets.muted(words));
        backfill.unknown()
                .ifPresent(gap -> parts.add(Sheets.words(Texts.get("defaults.backfill.unknown", gap.subject()))));
        backfill.grants().stream().limit(GRANTS_SHOWN).forEach(sql -> parts.add(Sheets.statement(sql)));
        int more = backfill.grants().size() - GRANTS_SHOWN;
        if (more > 0) {
            parts.add(Sheets.muted(Texts.get("defaults.backfill.more", more)));
        }
    }

    private static Tone tone(MatrixCell cell) {
        return switch (cell.state()) {
            case OK -> Tone.OK;
            case MISSING -> Tone.DANGER;
            case EXTRA, WRONG_CREATOR, PUBLIC_OPEN -> Tone.WARNING;
            case GLOBAL_ONLY, ALL_ROLES, RULE, HOLLOW, NONE, UNKNOWN -> Tone.NEUTRAL;
        };
    }
}
