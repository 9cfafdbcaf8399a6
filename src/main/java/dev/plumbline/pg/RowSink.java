package dev.plumbline.pg;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the rows of one answer one after the other, for answers so large that holding every cell would cost more than reading them. */
@FunctionalInterface
public interface RowSink {
    /** @param row stands on the next row; only its cells may be read */
    void take(ResultSet row) throws SQLException;
}
