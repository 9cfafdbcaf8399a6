package dev.plumbline.pg;

import dev.plumbline.model.Product;
import dev.plumbline.model.ServerVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells product and version from what a server reports while connecting, so that it costs no round trip (manual 54.2.7). */
final class VersionReader {
    private static final Pattern POSTGRES = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?.*", Pattern.DOTALL);
    private static final Pattern COCKROACH =
            Pattern.compile(".*?v(\\d+)\\.(\\d+)(?:\\.(\\d+))?(\\S*).*", Pattern.DOTALL);

    private VersionReader() {}

    /** @param cockroach the parameter {@code crdb_version}, which only CockroachDB reports */
    static ServerVersion read(@Nullable String serverVersion, @Nullable String cockroach) {
        return cockroach == null ? postgres(serverVersion == null ? "" : serverVersion) : cockroach(cockroach);
    }

    private static ServerVersion postgres(String text) {
        Matcher parts = POSTGRES.matcher(text);
        if (!parts.matches()) {
            return new ServerVersion(Product.POSTGRESQL, 0, text);
        }
        int major = Integer.parseInt(parts.group(1));
        int minor = number(parts.group(2));
        int number = major >= 10 ? major * 10_000 + minor : major * 10_000 + minor * 100 + number(parts.group(3));
        return new ServerVersion(Product.POSTGRESQL, number, text);
    }

    private static ServerVersion cockroach(String text) {
        Matcher parts = COCKROACH.matcher(text);
        if (!parts.matches()) {
            return new ServerVersion(Product.COCKROACHDB, 0, text);
        }
        int number = number(parts.group(1)) * 10_000 + number(parts.group(2)) * 100 + number(parts.group(3));
        String shown = text.substring(parts.start(1) - 1, parts.end(4));
        return new ServerVersion(Product.COCKROACHDB, number, shown);
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }
}
