package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one operation, in one schema where the operation has one. {@code path} tells by what the role may, or why that cannot be told;
 * {@code needs} is the least that is missing, empty unless the answer is NO; {@code asked} counts the objects it was asked of.
 */
public record PreflightRow(
        Operation operation, @Nullable Name schema, Answer answer, String path, List<Need> needs, int asked) {
    public PreflightRow {
        needs = List.copyOf(needs);
    }

    /** What is missing, in words, for screens: every text in it was made safe to show. */
    public String missing() {
        return needs.stream().map(Need::what).distinct().collect(Collectors.joining("; "));
    }

    public String place() {
        return schema == null ? "" : schema.shown();
    }
}
