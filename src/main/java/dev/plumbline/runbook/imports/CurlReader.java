package dev.plumbline.runbook.imports;

import dev.plumbline.runbook.document.BlockKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** curl's requests as blocks. */
final class CurlReader {
    private static final Pattern DATA = Pattern.compile("-d|--data(-[a-z]+)?");

    private CurlReader() {}

    static Draft read(ShellCommand command, String text) {
        Optional<String> url = command.words().stream()
                .filter(word -> word.startsWith("http://") || word.startsWith("https://"))
                .findFirst();
        if (url.isEmpty()) {
            return Draft.manual(text, "The address is not written out.");
        }
        Draft draft = new Draft(BlockKind.HTTP).with("url", url.get());
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> data = new ArrayList<>();
        for (int at = 0; at + 1 < command.words().size(); at++) {
            String word = command.word(at);
            if (word.equals("-H") || word.equals("--header")) {
                String[] header = command.word(at + 1).split(":\\s*", 2);
                headers.put(header[0], header.length > 1 ? header[1] : "");
            } else if (DATA.matcher(word).matches()) {
                data.add(command.word(at + 1));
            }
        }
        String method = command.option("-X", "--request");
        boolean isGet = command.has("-G", "--get");
        if (!data.isEmpty() && isGet) {
            draft.with("url", url.get() + (url.get().contains("?") ? "&" : "?") + String.join("&", data));
        } else if (!data.isEmpty()) {
            draft.with("method", method.isEmpty() ? "POST" : method).with("body", String.join("&", data));
            if (method.isEmpty()) {
                draft.guess("curl sends POST when it is given data without -G; if only a query was meant, put "
                        + String.join("&", data) + " behind a ? of the address and take method and body out.");
            }
        } else {
            draft.with("method", command.has("-I", "--head") ? "HEAD" : method);
        }
        return headers.isEmpty() ? draft : draft.with("headers", headers);
    }
}
