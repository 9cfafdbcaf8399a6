package dev.plumbline.drift.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as the operator's library reads it: semantic versioning 2.0.0, where minor and patch may be left out. Ordered by its section 11: a prerelease comes before the
 * release, build metadata does not count.
 */
public record LenientVersion(List<BigInteger> numbers, List<String> prerelease) implements Comparable<LenientVersion> {
    private static final String IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    private static final Pattern FORM =
            Pattern.compile("v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-" + IDENTIFIERS + ")?(?:\\+" + IDENTIFIERS + ")?");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
    private static final int PARTS = 3;
    private static final int BITS = 64;

    /** Empty when the text is no version, even leniently. */
    public static Optional<LenientVersion> parse(String text) {
        Matcher form = FORM.matcher(text.startsWith("v") ? text.substring(1) : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (int part = 1; part <= PARTS; part++) {
            String digits = form.group(part);
            BigInteger number = digits == null ? BigInteger.ZERO : new BigInteger(digits);
            if (number.bitLength() > BITS) {
                return Optional.empty();
            }
            numbers.add(number);
        }
        String written = form.group(PARTS + 1);
        List<String> prerelease = written == null ? List.of() : List.of(written.split("\\.", -1));
        return prerelease.stream().anyMatch(part -> LEADING_ZERO.matcher(part).matches())
                ? Optional.empty()
                : Optional.of(new LenientVersion(List.copyOf(numbers), prerelease));
    }

    @Override
    public int compareTo(LenientVersion other) {
        for (int part = 0; part < PARTS; part++) {
            int order = numbers.get(part).compareTo(other.numbers.get(part));
            if (order != 0) {
                return order;
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        for (int at = 0; at < Math.min(prerelease.size(), other.prerelease.size()); at++) {
            int order = compared(prerelease.get(at), other.prerelease.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int compared(String one, String two) {
        boolean numeric = isNumber(one);
        if (numeric != isNumber(two)) {
            return numeric ? -1 : 1;
        }
        return numeric ? new BigInteger(one).compareTo(new BigInteger(two)) : one.compareTo(two);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
