package dev.plumbline.model.upgrade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity of Kubernetes (API reference, "Quantity"): a number with a decimal suffix ({@code n u m k M G T P E}), a binary one ({@code Ki} to {@code Ei}) or an exponent.
 */
public record Quantity(BigDecimal value) {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40}))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\\d{1,3}))?");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String BINARY = "KMGTPE";
    private static final int MILLI = 3;

    /** Empty when the text is no quantity. */
    public static Optional<Quantity> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group(1));
        String suffix = form.group(2);
        String exponent = form.group(3);
        if (exponent != null) {
            return Optional.of(new Quantity(number.scaleByPowerOfTen(Integer.parseInt(exponent))));
        }
        if (suffix == null) {
            return Optional.of(new Quantity(number));
        }
        Integer power = DECIMAL.get(suffix);
        return Optional.of(new Quantity(
                power != null
                        ? number.scaleByPowerOfTen(power)
                        : number.multiply(BigDecimal.valueOf(1024).pow(1 + BINARY.indexOf(suffix.charAt(0))))));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The value in thousandths, rounded away from zero as Kubernetes does. */
    public BigDecimal milli() {
        return value.movePointRight(MILLI).setScale(0, RoundingMode.UP);
    }

    /** What the operator compares: thousandths as a floating-point number. */
    public double measured() {
        return milli().doubleValue() / 1000.0;
    }

    /** What the operator compares with: the value itself as a floating-point number. */
    public double threshold() {
        return value.doubleValue();
    }

    public String shown() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
