package dev.plumbline.image;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a registry asks for with 401 (RFC 9110, section 11.6.1; distribution specification, token authentication). {@code scheme} is in small letters. */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Bearer before Basic, since the first never sends the password to every request. */
    static Optional<Challenge> of(List<String> headers) {
        Optional<Challenge> bearer = find(headers, "bearer");
        return bearer.isPresent() ? bearer : find(headers, "basic");
    }

    private static Optional<Challenge> find(List<String> headers, String scheme) {
        return headers.stream()
                .filter(header -> header.strip().toLowerCase(Locale.ROOT).startsWith(scheme + " "))
                .findFirst()
                .map(header -> {
                    Map<String, String> parameters = new HashMap<>();
                    Matcher each = PARAMETER.matcher(header);
                    while (each.find()) {
                        String quoted = each.group(2);
                        parameters.put(each.group(1).toLowerCase(Locale.ROOT), quoted == null ? each.group(3) : quoted);
                    }
                    return new Challenge(scheme, parameters);
                });
    }

    String value(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
