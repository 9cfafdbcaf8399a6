package dev.plumbline.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The databases of a running sandbox as its administrator sees them, one connection each. */
final class SampleServer implements AutoCloseable {
    private final Sandbox sandbox;
    private final Map<String, Connection> connections = new HashMap<>();

    SampleServer(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Connection connect(String database, String user, String password) throws SQLException {
        String url = "jdbc:postgresql://" + sandbox.server().host() + ":"
                + sandbox.server().port() + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return DriverManager.getConnection(url, user, password);
    }

    private Connection in(String database) throws SQLException {
        Connection connection = connections.get(database);
        if (connection == null) {
            connection = connect(
                    database, Sandbox.LOGIN, sandbox.administratorPassword().reveal());
            connections.put(database, connection);
        }
        return connection;
    }

    void execute(String database, String sql) throws SQLException {
        try (Statement statement = in(database).createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each row as its values with blanks between. */
    List<String> rows(String database, String sql) throws SQLException {
        try (Statement statement = in(database).createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int at = 1; at <= width; at++) {
                    row.append(at == 1 ? "" : " ").append(rows.getString(at));
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    String owner(String database) throws SQLException {
        return rows("postgres", "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = '" + database + "'")
                .get(0);
    }

    List<String> roles(String pattern) throws SQLException {
        return rows("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE '" + pattern + "' ORDER BY 1");
    }

    boolean isMember(String member, String role) throws SQLException {
        return rows(
                                "postgres",
                                "SELECT 1 FROM pg_auth_members WHERE member = '\"" + member
                                        + "\"'::regrole AND roleid = '\"" + role + "\"'::regrole")
                        .size()
                == 1;
    }

    /** {@code schema type creator>grantee privileges}, in order. */
    List<String> defaultPrivileges(String database) throws SQLException {
        return rows(database, """
                SELECT n.nspname, d.defaclobjtype,
                       pg_get_userbyid(d.defaclrole) || '>' || pg_get_userbyid(a.grantee),
                       string_agg(a.privilege_type, ',' ORDER BY a.privilege_type)
                FROM pg_default_acl d
                JOIN pg_namespace n ON n.oid = d.defaclnamespace
                CROSS JOIN LATERAL aclexplode(d.defaclacl) a
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
