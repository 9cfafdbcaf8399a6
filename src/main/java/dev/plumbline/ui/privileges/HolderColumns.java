package dev.plumbline.ui.privileges;

import dev.plumbline.ui.control.VisibleCell;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/** The columns of the list for a page: of objects for one role, of both roles compared, or of roles for one object. */
final class HolderColumns {
    private static final double NARROWEST = 96;

    private HolderColumns() {}

    static List<TableColumn<HolderLine, String>> of(PrivilegesPage page, IntFunction<String> roleWord) {
        List<TableColumn<HolderLine, String>> columns = new ArrayList<>();
        if (page.query().mode() == PrivilegesMode.BY_OBJECT) {
            columns.add(column(Texts.get("privileges.role"), 260, line -> page.shown(line.role()), "mono"));
            columns.add(column(Texts.get("privileges.roleWord"), 130, line -> roleWord.apply(line.role())));
        } else {
            columns.add(column(
                    Texts.get("privileges.kind"),
                    96,
                    line -> line.subject().kind().word()));
            columns.add(column(
                    Texts.get("privileges.object"), 300, line -> line.subject().shown(), "mono"));
        }
        if (page.compares()) {
            columns.add(column(page.shown(page.role()), 140, HolderLine::letters, "mono"));
            columns.add(column(page.shown(page.other()), 140, HolderLine::otherLetters, "mono"));
            columns.add(
                    column(Texts.get("privileges.difference", page.shown(page.role())), 320, HolderLine::difference));
        } else {
            columns.add(column(Texts.get("privileges.letters"), 140, HolderLine::letters, "mono"));
            columns.add(column(Texts.get("privileges.words"), 320, HolderLine::words));
        }
        return columns;
    }

    private static TableColumn<HolderLine, String> column(
            String head, double width, Function<HolderLine, String> value, String... styleClasses) {
        TableColumn<HolderLine, String> column = new TableColumn<>(head);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NARROWEST));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(view -> new VisibleCell<>(styleClasses));
        return column;
    }
}
