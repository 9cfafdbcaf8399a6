package dev.plumbline.ui.privileges;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Grantee;
import dev.plumbline.model.Name;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.TableText;
import java.util.ArrayList;
import java.util.List;

/** A page as a file, in the order in which it was made. JSON keeps names as they are; CSV holds nothing that a spreadsheet would take for a formula. */
public final class PrivilegesExport {
    private static final List<String> SUBJECT = List.of("kind", "schema", "name", "sub");

    public enum Format {
        CSV("csv"),
        MARKDOWN("md"),
        JSON("json");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        public String ending() {
            return ending;
        }
    }

    private PrivilegesExport() {}

    static String of(PrivilegesPage page, Format format, CancelToken cancel) {
        return switch (format) {
            case CSV -> TableText.csv(heads(page), rows(page, cancel));
            case MARKDOWN ->
                TableText.markdown(
                        visible(heads(page)),
                        rows(page, cancel).stream()
                                .map(PrivilegesExport::visible)
                                .toList());
            case JSON -> PrivilegesJson.of(page, cancel);
        };
    }

    private static List<String> visible(List<String> texts) {
        return texts.stream().map(Visible::text).toList();
    }

    private static List<String> heads(PrivilegesPage page) {
        List<String> heads = new ArrayList<>(SUBJECT);
        if (page.query().mode() == PrivilegesMode.MATRIX) {
            page.columns().forEach(role -> heads.add(raw(page.index().grantee(role))));
        } else {
            heads.addAll(List.of("role", "privileges"));
            if (page.compares()) {
                heads.addAll(List.of("other role", "other privileges", "difference"));
            }
        }
        return heads;
    }

    private static List<List<String>> rows(PrivilegesPage page, CancelToken cancel) {
        List<List<String>> rows = new ArrayList<>();
        for (MatrixLine line : page.matrix()) {
            cancel.check();
            List<String> row = subject(line.subject());
            for (int column = 0; column < page.columns().size(); column++) {
                row.add(HolderLine.letters(line.held(column), line.grantable(column)));
            }
            rows.add(row);
        }
        for (HolderLine line : page.lines()) {
            cancel.check();
            List<String> row = subject(line.subject());
            row.add(raw(page.index().grantee(line.role())));
            row.add(line.letters());
            if (page.compares()) {
                row.add(raw(page.index().grantee(page.other())));
                row.add(line.otherLetters());
                row.add(line.difference());
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> subject(Subject subject) {
        List<String> row = new ArrayList<>();
        row.add(subject.kind().word());
        row.add(subject.schemaText());
        row.add(subject.object().name());
        row.add(
                subject.column() == null
                        ? subject.object().detail()
                        : subject.column().name().text());
        return row;
    }

    static String raw(Grantee grantee) {
        Name role = grantee.role();
        return role == null ? grantee.shown() : role.text();
    }
}
