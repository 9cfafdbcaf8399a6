package dev.plumbline.plan;

import dev.plumbline.model.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan changes, as rows aligned for the panes Now and After. The right side is MODELLED from the steps' own changes, or PROVED when
 * it came from a run that was rolled back. Objects that no step speaks of are left out.
 */
public record Preview(Badge badge, List<PreviewRow> rows) {
    public Preview {
        rows = List.copyOf(rows);
    }

    public enum Badge {
        MODELLED("modelled"),
        PROVED("proved");

        private final String shown;

        Badge(String shown) {
            this.shown = shown;
        }

        public String shown() {
            return shown;
        }
    }

    public static Preview compute(Plan plan, Optional<Snapshot> proved) {
        PlanConcern concern = plan.concern();
        Map<String, Set<String>> stepsOf = new HashMap<>();
        Map<String, CatalogLine> meanwhile = new HashMap<>();
        Snapshot state = plan.from();
        for (Step step : plan.steps()) {
            for (String key : step.change().keys(state)) {
                stepsOf.computeIfAbsent(key, missing -> new TreeSet<>()).add(step.id());
            }
            state = step.change().applyTo(state);
            if (step.group() == StepGroup.BORROW) {
                CatalogText.lines(state, concern).forEach(line -> meanwhile.put(line.key(), line));
            }
        }
        Badge badge = proved.isPresent() ? Badge.PROVED : Badge.MODELLED;
        List<CatalogLine> now = CatalogText.lines(plan.from(), concern);
        List<CatalogLine> after = CatalogText.lines(proved.orElse(state), concern);
        return new Preview(badge, rows(byKey(now), byKey(after), meanwhile, stepsOf));
    }

    /** The rows that a step lights, by their place in {@link #rows}. */
    public List<Integer> rowsOf(String stepId) {
        return java.util.stream.IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).steps().contains(stepId))
                .boxed()
                .toList();
    }

    public long changedRows() {
        return rows.stream().filter(row -> row.sign() != PreviewRow.Sign.SAME).count();
    }

    private static List<PreviewRow> rows(
            Map<String, CatalogLine> now,
            Map<String, CatalogLine> after,
            Map<String, CatalogLine> meanwhile,
            Map<String, Set<String>> stepsOf) {
        TreeMap<CatalogLine, PreviewRow> rows = new TreeMap<>();
        Set<String> keys = new HashSet<>(now.keySet());
        keys.addAll(after.keySet());
        stepsOf.keySet().stream().filter(meanwhile::containsKey).forEach(keys::add);
        for (String key : keys) {
            Set<String> steps = stepsOf.getOrDefault(key, Set.of());
            PreviewRow row = row(key, text(now, key), text(after, key), text(meanwhile, key), steps);
            if (row.sign() != PreviewRow.Sign.SAME || !steps.isEmpty() || !CatalogKey.isOfObject(key)) {
                rows.put(lineOf(key, now, after, meanwhile), row);
            }
        }
        return List.copyOf(rows.values());
    }

    private static PreviewRow row(String key, String now, String after, String meanwhile, Set<String> steps) {
        if (now.equals(after)) {
            boolean passing = now.isEmpty();
            return new PreviewRow(
                    key,
                    now,
                    after,
                    passing ? meanwhile : "",
                    passing ? PreviewRow.Sign.MEANWHILE : PreviewRow.Sign.SAME,
                    steps);
        }
        PreviewRow.Sign sign = now.isEmpty()
                ? PreviewRow.Sign.ADDED
                : after.isEmpty() ? PreviewRow.Sign.REMOVED : PreviewRow.Sign.CHANGED;
        return new PreviewRow(key, now, after, "", sign, steps);
    }

    @SafeVarargs
    private static CatalogLine lineOf(String key, Map<String, CatalogLine>... sides) {
        for (Map<String, CatalogLine> side : sides) {
            CatalogLine line = side.get(key);
            if (line != null) {
                return line;
            }
        }
        throw new IllegalArgumentException("no side has a line " + key);
    }

    private static String text(Map<String, CatalogLine> lines, String key) {
        CatalogLine line = lines.get(key);
        return line == null ? "" : line.text();
    }

    private static Map<String, CatalogLine> byKey(List<CatalogLine> lines) {
        Map<String, CatalogLine> byKey = new HashMap<>();
        lines.forEach(line -> byKey.put(line.key(), line));
        return byKey;
    }
}
