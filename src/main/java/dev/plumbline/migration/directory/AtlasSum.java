package dev.plumbline.migration.directory;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code atlas.sum} says: a line for each file with the SHA-256 of everything so far, that is the names and contents of all files up to this one, and first a line with the SHA-256
 * of all names and hashes. Editing one file therefore changes its line and all below (Atlas, {@code sql/migrate/dir.go}). Line ends are bytes like any other. A file that begins with {@code atlas:sum ignore}
 * counts with its name alone and has no line.
 */
public record AtlasSum(String total, List<Line> lines) {
    private static final String PREFIX = "h1:";
    private static final Pattern IGNORED = Pattern.compile("^[ -~]*atlas:sum +ignore\\s*$");
    private static final int FIRST = 256;
    private static final int PIECE = 1 << 16;

    public AtlasSum {
        lines = List.copyOf(lines);
    }

    /** @param hash in base64, without {@code h1:} */
    public record Line(String name, String hash) {}

    public static AtlasSum of(MigrationDirectory directory) {
        MessageDigest running = sha256();
        List<Line> lines = new ArrayList<>();
        byte[] piece = new byte[PIECE];
        for (MigrationFile file : directory.files()) {
            running.update(file.name().getBytes(StandardCharsets.UTF_8));
            if (add(running, file.path(), piece)) {
                lines.add(new Line(file.name(), base64(copy(running).digest())));
            }
        }
        return new AtlasSum(totalOf(lines), lines);
    }

    /** False when the file says that it does not count. */
    private static boolean add(MessageDigest digest, Path path, byte[] piece) {
        try (InputStream stream = Files.newInputStream(path)) {
            int read = stream.readNBytes(piece, 0, PIECE);
            if (isIgnored(piece, read)) {
                return false;
            }
            while (read > 0) {
                digest.update(piece, 0, read);
                read = stream.read(piece);
            }
            return true;
        } catch (IOException unreadable) {
            throw MigrationDirectory.unreadable(path, unreadable);
        }
    }

    private static boolean isIgnored(byte[] piece, int read) {
        String begin = new String(piece, 0, Math.min(read, FIRST), StandardCharsets.UTF_8);
        int end = begin.indexOf('\n');
        return IGNORED.matcher(end < 0 ? begin : begin.substring(0, end)).matches();
    }

    static String totalOf(List<Line> lines) {
        MessageDigest digest = sha256();
        lines.forEach(line -> digest.update((line.name() + line.hash()).getBytes(StandardCharsets.UTF_8)));
        return base64(digest.digest());
    }

    /** The file's text, byte for byte as Atlas writes it. */
    public String text() {
        StringBuilder text = new StringBuilder(PREFIX).append(total).append('\n');
        lines.forEach(line -> text.append(line.name())
                .append(' ')
                .append(PREFIX)
                .append(line.hash())
                .append('\n'));
        return text.toString();
    }

    /** @throws ProblemException MIG-411 for a line that is not of this form, with its number */
    public static AtlasSum read(Path path) {
        List<String> all;
        try {
            all = Files.readString(path).lines().toList();
        } catch (IOException unreadable) {
            throw MigrationDirectory.unreadable(path, unreadable);
        }
        if (all.isEmpty() || !all.get(0).startsWith(PREFIX)) {
            throw malformed(path, 1, "it does not begin with " + PREFIX + " and the total");
        }
        List<Line> lines = new ArrayList<>();
        for (int number = 2; number <= all.size(); number++) {
            String line = all.get(number - 1);
            int mark = line.lastIndexOf(" " + PREFIX);
            if (mark <= 0) {
                throw malformed(path, number, "it is not a file name, a blank and " + PREFIX + " with a hash");
            }
            lines.add(new Line(line.substring(0, mark), line.substring(mark + 1 + PREFIX.length())));
        }
        return new AtlasSum(all.get(0).substring(PREFIX.length()), lines);
    }

    private static ProblemException malformed(Path path, int line, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "MIG-411",
                "Reading line " + line + " of",
                path.toString(),
                "the checksum file is malformed: " + why + ".",
                "Look at the file's history; \"migration hash\" writes it anew from the files that are there."));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("every Java can copy a SHA-256", other);
        }
    }

    private static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
