package dev.plumbline.ui.privileges;

import dev.plumbline.access.PrivilegeRow;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.RoleIndex;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.why.KnownObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a page from a reading, in the background: it goes through all objects. */
final class PageMaking {
    static final int COLUMNS = 40;
    private static final int CHECKED_EVERY = 256;
    private final AccessReport report;
    private final AccessSnapshot snapshot;
    private final KnownObjects known;
    private final PrivilegesQuery query;
    private final CancelToken cancel;
    private final Progress progress;

    private PageMaking(
            AccessReport report, KnownObjects known, PrivilegesQuery query, CancelToken cancel, Progress progress) {
        this.report = report;
        this.snapshot = report.snapshot();
        this.known = known;
        this.query = query;
        this.cancel = cancel;
        this.progress = progress;
    }

    static PrivilegesPage of(
            AccessReport report, KnownObjects known, PrivilegesQuery query, CancelToken cancel, Progress progress) {
        PageMaking making = new PageMaking(report, known, query, cancel, progress);
        return switch (query.mode()) {
            case BY_ROLE -> making.byRole();
            case BY_OBJECT -> making.byObject();
            case MATRIX -> making.matrix();
        };
    }

    private PrivilegesPage byRole() {
        int role = number(query.role());
        int other = query.other().isBlank() ? PrivilegesPage.NOBODY : number(query.other());
        if (role == PrivilegesPage.NOBODY) {
            return mistaken(query.role().isBlank() ? "privileges.mistake.norole" : "why.mistake.role", query.role());
        }
        if (other == PrivilegesPage.NOBODY && !query.other().isBlank()) {
            return mistaken("why.mistake.role", query.other());
        }
        boolean compares = other != PrivilegesPage.NOBODY;
        List<Subject> subjects = subjects();
        List<HolderLine> lines = new ArrayList<>();
        for (int at = 0; at < subjects.size(); at++) {
            step(at, subjects.size());
            HolderLine line = line(subjects.get(at), subjects.get(at).row(report.privileges()), role, other);
            boolean wanted = compares ? differs(line) : query.all() || (line.held() & query.bit()) != 0;
            if (wanted) {
                lines.add(line);
            }
        }
        String counts = compares
                ? Texts.get(
                        "privileges.counts.compare",
                        lines.size(),
                        subjects.size(),
                        snapshot.roles().shown(role),
                        snapshot.roles().shown(other))
                : Texts.get(
                        "privileges.counts.role",
                        lines.size(),
                        subjects.size(),
                        snapshot.roles().shown(role));
        return new PrivilegesPage(query, snapshot.roles(), role, other, lines, List.of(), List.of(), counts, "");
    }

    private boolean differs(HolderLine line) {
        long options = line.held() & line.grantable() ^ line.otherHeld() & line.otherGrantable();
        return ((line.held() ^ line.otherHeld() | options) & query.bit()) != 0;
    }

    private PrivilegesPage byObject() {
        List<DatabaseObject> found = query.object().isBlank()
                ? List.of()
                : known.objects(query.object().strip());
        if (found.size() != 1) {
            return query.object().isBlank()
                    ? mistaken("privileges.mistake.noobject")
                    : found.isEmpty()
                            ? mistaken("why.mistake.object", query.object())
                            : mistaken("privileges.mistake.objects", query.object(), found.size());
        }
        Subject subject = new Subject(found.get(0), null);
        PrivilegeRow row = subject.row(report.privileges());
        List<HolderLine> lines = new ArrayList<>();
        for (int role = RoleIndex.PUBLIC; role < snapshot.roles().known(); role++) {
            HolderLine line = line(subject, row, role, PrivilegesPage.NOBODY);
            boolean wanted = query.all() || (line.held() & query.bit()) != 0;
            if (wanted && query.wantsRole(snapshot.roles().shown(role))) {
                lines.add(line);
            }
        }
        String counts = Texts.get(
                "privileges.counts.object", lines.size(), snapshot.roles().known(), subject.shown());
        return new PrivilegesPage(
                query,
                snapshot.roles(),
                PrivilegesPage.NOBODY,
                PrivilegesPage.NOBODY,
                lines,
                List.of(),
                List.of(),
                counts,
                "");
    }

    private PrivilegesPage matrix() {
        List<Integer> fitting = new ArrayList<>();
        List<Integer> predefined = new ArrayList<>();
        for (int role = RoleIndex.PUBLIC; role < snapshot.roles().known(); role++) {
            String shown = snapshot.roles().shown(role);
            if (query.wantsRole(shown)) {
                (shown.startsWith("pg_") ? predefined : fitting).add(role);
            }
        }
        fitting.addAll(predefined);
        List<Integer> columns = List.copyOf(fitting.subList(0, Math.min(COLUMNS, fitting.size())));
        if (columns.isEmpty()) {
            return mistaken("privileges.mistake.roles", query.rolesLike());
        }
        int[] numbers = columns.stream().mapToInt(Integer::intValue).toArray();
        List<Subject> subjects = subjects();
        List<MatrixLine> lines = new ArrayList<>(subjects.size());
        for (int at = 0; at < subjects.size(); at++) {
            MatrixLine line = new MatrixLine(subjects.get(at), report.privileges(), snapshot.version(), numbers);
            if (!query.privilege().isEmpty()) {
                step(at, subjects.size());
            }
            if (query.privilege().isEmpty() || query.all() || line.anybodyHolds(query.bit())) {
                lines.add(line);
            }
        }
        String counts = fitting.size() > columns.size()
                ? Texts.get("privileges.counts.matrix.cut", lines.size(), columns.size(), fitting.size())
                : Texts.get("privileges.counts.matrix", lines.size(), columns.size());
        return new PrivilegesPage(
                query,
                snapshot.roles(),
                PrivilegesPage.NOBODY,
                PrivilegesPage.NOBODY,
                List.of(),
                lines,
                columns,
                counts,
                "");
    }

    private HolderLine line(Subject subject, PrivilegeRow row, int role, int other) {
        long meaningful = subject.meaningful(snapshot.version());
        boolean compares = other != PrivilegesPage.NOBODY;
        return new HolderLine(
                subject,
                role,
                row.held(role) & meaningful,
                row.grantable(role) & meaningful,
                compares ? row.held(other) & meaningful : 0,
                compares ? row.grantable(other) & meaningful : 0);
    }

    /** The objects wanted, each followed by those of its columns that have grants of their own; other databases of the server come last. */
    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        List<Subject> elsewhere = new ArrayList<>();
        long here = snapshot.catalog().database().oid();
        for (Subject subject : allSubjects()) {
            boolean other = subject.object().kind() == ObjectKind.DATABASE
                    && subject.object().oid() != here;
            (other ? elsewhere : subjects).add(subject);
        }
        subjects.addAll(elsewhere);
        return subjects;
    }

    private List<Subject> allSubjects() {
        Map<Long, List<Column>> columns = snapshot.columnsByRelation();
        List<Subject> subjects = new ArrayList<>();
        for (DatabaseObject object : snapshot.objects()) {
            add(subjects, new Subject(object, null));
            if (object.kind() == ObjectKind.RELATION) {
                for (Column column : columns.getOrDefault(object.oid(), List.of())) {
                    if (column.acl() != null) {
                        add(subjects, new Subject(object, column));
                    }
                }
            }
        }
        return subjects;
    }

    private void add(List<Subject> subjects, Subject subject) {
        if (query.wants(subject)) {
            subjects.add(subject);
        }
    }

    private void step(int done, int all) {
        if (done % CHECKED_EVERY == 0) {
            cancel.check();
            progress.report("computing privileges", done, all);
        }
    }

    private int number(String text) {
        String typed = text.strip();
        if (typed.equals("PUBLIC")) {
            return RoleIndex.PUBLIC;
        }
        List<Integer> found = typed.isEmpty() ? List.of() : known.roles(typed);
        return found.size() == 1 ? found.get(0) : PrivilegesPage.NOBODY;
    }

    private PrivilegesPage mistaken(String key, Object... arguments) {
        Object[] safe = new Object[arguments.length];
        for (int at = 0; at < arguments.length; at++) {
            safe[at] = arguments[at] instanceof String text ? Visible.text(text) : arguments[at];
        }
        return PrivilegesPage.mistaken(query, snapshot.roles(), Texts.get(key, safe));
    }
}
