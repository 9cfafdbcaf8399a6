package dev.plumbline.runbook.step;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which server and database a connection string leads to, and nothing else of it: it is written into transcripts. Both forms of libpq are read (PostgreSQL 16 manual, section 34.1.1). */
final class DsnAddress {
    private static final Pattern URI = Pattern.compile("(?s)postgres(?:ql)?://([^?#]*)(.*)");
    private static final Pattern PAIR = Pattern.compile("(\\w+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|\\S*)");

    private DsnAddress() {}

    /** {@code host:port/database}, as far as the string says them itself; empty where it says none. */
    static String of(String dsn) {
        Matcher uri = URI.matcher(dsn.strip());
        if (uri.matches()) {
            String place = uri.group(1);
            int login = place.lastIndexOf('@');
            // With an @ behind the question mark alone, what stands before it may be a login with a bare ? in its
            // password.
            return login < 0 && uri.group(2).contains("@") ? "" : place.substring(login + 1);
        }
        Map<String, String> pairs = new TreeMap<>();
        Matcher pair = PAIR.matcher(dsn);
        while (pair.find()) {
            pairs.put(pair.group(1), pair.group(2).replaceFirst("(?s)^'(.*)'$", "$1"));
        }
        String host = pairs.getOrDefault("host", "");
        String port = pairs.containsKey("port") ? ":" + pairs.get("port") : "";
        String database = pairs.getOrDefault("dbname", "");
        return host.isEmpty() && port.isEmpty() && database.isEmpty() ? "" : host + port + "/" + database;
    }
}
