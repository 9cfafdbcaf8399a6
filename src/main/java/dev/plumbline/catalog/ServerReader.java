package dev.plumbline.catalog;

import dev.plumbline.pg.Query;
import dev.plumbline.pg.Rows;
import java.util.List;

/** Who is logged in where: the session's own view of itself (manual 9.26). */
record ServerReader(String file) implements SubjectReader {
    @Override
    public Query query() {
        return new Query("the session", SqlText.of(file), List.of());
    }

    @Override
    public String gap() {
        return "session";
    }

    @Override
    public void read(Rows rows, SnapshotDraft draft) {
        Rows.Row row = rows.only();
        String address = row.textOrNull("address");
        String port = row.textOrNull("port");
        draft.server(
                row.name("login"),
                row.text("superuser").equals("on"),
                address == null ? "" : address,
                port == null ? 0 : Integer.parseInt(port),
                row.flag("replica"));
    }

    @Override
    public boolean mayBeMissing() {
        return false;
    }
}
