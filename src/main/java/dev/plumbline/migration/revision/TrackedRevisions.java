package dev.plumbline.migration.revision;

import dev.plumbline.catalog.TrackingReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.migration.directory.DirectoryForm;
import dev.plumbline.model.Name;
import dev.plumbline.model.TrackedMigration;
import dev.plumbline.pg.PgSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pg-flux' table says. That knows whole files only; where this program stops within one, the checksum holds how far it came before the file's own. pg-flux takes such a row for that of an edited file and refuses to go on,
 * where without any row it would begin the file anew.
 */
public final class TrackedRevisions {
    private static final Pattern HALFWAY =
            Pattern.compile("plumbline (halfway|undoing) (\\d{1,6})/(\\d{1,6}) ([0-9a-f]{64})");
    private static final String UNDOING = "undoing";

    /**
     * @param wanted the schema to look in; empty for pg-flux' own
     * @throws dev.plumbline.model.ProblemException TRK-403 for a table that is not read
     */
    public Revisions read(PgSession session, Optional<Name> wanted, CancelToken cancel) {
        Name schema = wanted.orElse(Name.of(DirectoryForm.PG_FLUX.schema()));
        Optional<List<TrackedMigration>> rows = new TrackingReader().read(session, schema, cancel);
        return new Revisions(
                schema,
                rows.isPresent(),
                rows.orElse(List.of()).stream().map(TrackedRevisions::revision).toList(),
                DirectoryForm.PG_FLUX);
    }

    /** The checksum of a file that stopped in the middle. */
    public static String halfway(boolean undoing, int done, int total, String checksum) {
        return "plumbline " + (undoing ? UNDOING : "halfway") + " " + done + "/" + total + " " + checksum;
    }

    private static Revision revision(TrackedMigration row) {
        Matcher halfway = HALFWAY.matcher(row.checksum());
        boolean stopped = halfway.matches();
        boolean undoing = stopped && halfway.group(1).equals(UNDOING);
        return new Revision(
                row.file(),
                "",
                Revision.RUN | (undoing ? Revision.UNDOING : 0),
                stopped ? Long.parseLong(halfway.group(2)) : 0,
                stopped ? Long.parseLong(halfway.group(3)) : 0,
                row.appliedAt(),
                "",
                "",
                stopped ? halfway.group(4) : row.checksum(),
                row.microseconds());
    }
}
