package dev.plumbline.access;

import java.util.ArrayList;
import java.util.List;

/** Records of RFC 4180 text, whose quoted fields may hold commas, quotes and line ends. */
final class CsvText {
    private CsvText() {}

    static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quoted) {
                if (letter != '"') {
                    field.append(letter);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (letter == '"') {
                quoted = true;
            } else if (letter == ',' || letter == '\n') {
                record.add(field.toString());
                field.setLength(0);
                if (letter == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (letter != '\r') {
                field.append(letter);
            }
        }
        return records;
    }
}
