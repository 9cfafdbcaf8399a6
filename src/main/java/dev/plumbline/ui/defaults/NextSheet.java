package dev.plumbline.ui.defaults;

import dev.plumbline.access.defaults.NextObject;
import dev.plumbline.access.defaults.NextProof;
import dev.plumbline.access.defaults.Reach;
import dev.plumbline.drift.defaults.CellDetail;
import dev.plumbline.drift.defaults.DefaultMatrix;
import dev.plumbline.drift.defaults.MatrixRow;
import dev.plumbline.model.AclItem;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.control.ProgressStrip;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The next object of the opened cell: owner, ACL, who may do what with it and by which way, and its proof. */
final class NextSheet {
    private static final int SHOWN = 40;
    private static final double WHO = 124;
    private final DefaultPrivilegesViewModel model;
    private final CellDetail detail;

    private NextSheet(DefaultPrivilegesViewModel model, CellDetail detail) {
        this.model = model;
        this.detail = detail;
    }

    static List<Node> of(DefaultPrivilegesViewModel model, CellDetail detail) {
        return new NextSheet(model, detail).parts();
    }

    private List<Node> parts() {
        List<Node> parts = new ArrayList<>();
        boolean running = model.proving().phase().isRunning();
        Label title = Sheets.heading(
                Texts.get("defaults.next", singular(detail.cell().column().type())));
        Optional<NextObject> next = model.next();
        parts.add(next.isPresent() ? Sheets.head(title, proofParts(running)) : title);
        Problem untold = model.unpredicted();
        if (next.isEmpty() && untold != null) {
            parts.add(new ProblemPane(untold));
            return parts;
        }
        if (detail.cell().row().isForAllRoles()) {
            parts.add(Sheets.muted(Texts.get("defaults.next.all")));
            return parts;
        }
        if (next.isEmpty()) {
            boolean unknown =
                    detail.cell().row().exists() && detail.cell().column().exists();
            parts.add(Sheets.muted(Texts.get(unknown ? "defaults.next.unknown" : "defaults.next.absent")));
            return parts;
        }
        if (!model.proveRefusal().isEmpty()) {
            parts.add(Sheets.muted(model.proveRefusal()));
        }
        Problem problem = model.proving().problemProperty().get();
        if (problem != null) {
            parts.add(new ProblemPane(problem));
        }
        proofWords(parts);
        notes(parts);
        parts.add(table(next.get()));
        return parts;
    }

    private static String singular(ObjectType type) {
        String words = type.word().toLowerCase(Locale.ROOT);
        return words.substring(0, words.length() - 1);
    }

    private Node[] proofParts(boolean running) {
        List<Node> parts = new ArrayList<>();
        NextProof proof = model.proving().value();
        if (proof != null) {
            parts.add(new Badge(
                    Texts.get(proof.agrees() ? "defaults.proved" : "defaults.differs"),
                    proof.agrees() ? Tone.OK : Tone.DANGER));
        }
        ProgressStrip strip = new ProgressStrip();
        strip.setJob(model.proving().jobProperty().get());
        Button prove = new Button(Texts.get("defaults.prove"));
        prove.setId("prove");
        prove.setMinWidth(Region.USE_PREF_SIZE);
        prove.setDisable(running || !model.proveRefusal().isEmpty());
        prove.setOnAction(event -> model.prove());
        parts.add(strip);
        parts.add(prove);
        return parts.toArray(Node[]::new);
    }

    private void proofWords(List<Node> parts) {
        NextProof proof = model.proving().value();
        if (proof != null) {
            List<AclItem> acl = proof.acl();
            parts.add(Sheets.muted(
                    proof.agrees()
                            ? Texts.get("defaults.proved.words", proof.owner().shown())
                            : Texts.get(
                                    "defaults.differs.words", proof.owner().shown(), acl == null ? "NULL" : acl(acl))));
            proof.notes().forEach(note -> parts.add(Sheets.words(note)));
        }
    }

    private void notes(List<Node> parts) {
        MatrixRow row = detail.cell().row();
        Name schema = detail.cell().column().schema();
        DefaultMatrix matrix = model.matrix();
        boolean openToAll =
                schema != null && matrix != null && matrix.openToPublic().contains(schema);
        boolean inSchemas = detail.cell().column().type() == ObjectType.SCHEMAS;
        boolean may = row.superuser()
                || openToAll
                || (inSchemas
                        ? row.createsSchemas()
                        : schema == null || row.createsIn().contains(schema));
        if (schema == null && !inSchemas) {
            parts.add(Sheets.muted(Texts.get("defaults.next.any")));
        }
        if (!may) {
            parts.add(
                    Sheets.muted(Texts.get("defaults.next.cannot", row.creator().shown())));
        }
    }

    private static GridPane table(NextObject next) {
        GridPane table = new GridPane();
        table.getStyleClass().add("reaches");
        table.setId("reaches");
        ColumnConstraints who = new ColumnConstraints();
        who.setMinWidth(WHO);
        who.setHgrow(Priority.SOMETIMES);
        ColumnConstraints what = new ColumnConstraints();
        what.setMinWidth(70);
        ColumnConstraints how = new ColumnConstraints();
        how.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(who, what, how);
        row(table, 0, Texts.get("defaults.next.owner"), next.creator().shown(), null);
        row(
                table,
                1,
                Texts.get("defaults.next.stored"),
                next.builtIn() ? Texts.get("defaults.next.null") : acl(next.acl()),
                null);
        int line = 2;
        Map<String, List<Reach>> alike = new LinkedHashMap<>();
        next.reaches()
                .forEach(reach -> alike.computeIfAbsent(reach.letters() + "\0" + reach.path(), key -> new ArrayList<>())
                        .add(reach));
        for (List<Reach> reaches : alike.values()) {
            if (line == SHOWN) {
                table.add(Sheets.muted(Texts.get("defaults.next.more", alike.size() - line + 2)), 0, line, 3, 1);
                break;
            }
            String names = reaches.stream().map(reach -> reach.who().shown()).collect(Collectors.joining(", "));
            row(table, line++, names, reaches.get(0).letters(), reaches.get(0).path());
        }
        return table;
    }

    private static void row(GridPane table, int line, String who, String what, @Nullable String how) {
        Label name = Sheets.words(who);
        Label letters = Sheets.mono(what);
        letters.setTooltip(new Tooltip(what));
        table.add(name, 0, line);
        if (how == null) {
            table.add(letters, 1, line, 2, 1);
        } else {
            letters.setMinWidth(Region.USE_PREF_SIZE);
            table.add(letters, 1, line);
            table.add(Sheets.muted(how), 2, line);
        }
    }

    private static String acl(List<AclItem> acl) {
        return acl.stream()
                .map(item -> (item.grantee().isPublic() ? "" : item.grantee().shown()) + "=" + item.letters() + "/"
                        + item.grantor().shown())
                .collect(Collectors.joining(", "));
    }
}
