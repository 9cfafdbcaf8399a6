package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Visible;
import dev.plumbline.runbook.document.Placeholder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts the values of variables into a URL. One at its beginning is the address itself; in the place of host and port a value is that or refused; behind it is percent-encoded (RFC 3986, section 2), so that it becomes neither another path nor a parameter.
 */
final class UrlRendering {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_\\[\\]-]+");

    private UrlRendering() {}

    /** @throws ProblemException RB-URL, or RB-VARIABLE */
    static String of(String template, StepScope scope) {
        StringBuilder url = new StringBuilder();
        int at = 0;
        for (Placeholder each : Placeholder.in(template)) {
            url.append(template, at, each.from());
            String value = scope.variable(each.name());
            url.append(url.isEmpty() ? value : isInHost(url) ? host(each, value) : encoded(each, value));
            at = each.to();
        }
        return url.append(template.substring(at)).toString();
    }

    private static boolean isInHost(StringBuilder url) {
        int host = url.indexOf("://");
        return host >= 0
                && url.substring(host + 3).chars().noneMatch(letter -> letter == '/' || letter == '?' || letter == '#');
    }

    private static String host(Placeholder placeholder, String value) {
        if (!HOST.matcher(value).matches()) {
            throw refused(placeholder, value, "is no name or address of a host.");
        }
        return value;
    }

    private static String encoded(Placeholder placeholder, String value) {
        if (value.equals(".") || value.equals("..")) {
            throw refused(placeholder, value, "would lead to another path.");
        }
        StringBuilder text = new StringBuilder();
        for (byte raw : value.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (raw & 0xFF);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0);
            text.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return text.toString();
    }

    private static ProblemException refused(Placeholder placeholder, String value, String why) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "RB-URL",
                "Writing the URL with",
                "${" + placeholder.name() + "}",
                "\"" + Visible.text(value) + "\" " + why,
                "Give another value, or the whole URL as one input."));
    }
}
