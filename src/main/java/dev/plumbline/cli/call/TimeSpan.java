package dev.plumbline.cli.call;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A timeout as PostgreSQL writes one: milliseconds, or a number with {@code ms}, {@code s}, {@code min}, {@code h} or {@code d}; 0 for none (manual 20.1.1). */
public record TimeSpan(int milliseconds) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ?(ms|s|min|h|d)?");
    private static final Map<String, Long> UNITS =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    public static final class Converter implements ITypeConverter<TimeSpan> {
        @Override
        public TimeSpan convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is no timeout; write it as 500ms, 3s, 20min or 0.");
            }
            String unit = form.group(2) == null ? "ms" : form.group(2);
            long span = Long.parseLong(form.group(1)) * UNITS.getOrDefault(unit, 1L);
            if (span > Integer.MAX_VALUE) {
                throw new TypeConversionException("'" + text + "' is longer than PostgreSQL takes, 24 days.");
            }
            return new TimeSpan((int) span);
        }
    }
}
