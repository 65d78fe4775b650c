package org.somoim.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from, and go back to by {@link Connection#close()}. */
@FunctionalInterface
interface Connections {

    Connection get() throws SQLException;
}
