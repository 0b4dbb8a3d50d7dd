package org.scholion.library.internal.zotero;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;

/** A database that is only read. Not thread-safe. */
final class Database implements AutoCloseable {

    private static final int STEPS_BETWEEN_LOOKS = 200_000;
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final int MOST_ROWS = 20_000_000;

    private final Path file;
    private final CancelToken cancel;
    private final Connection connection;
    private final long end = System.nanoTime() + LONGEST_NANOS;
    private final Map<String, Set<String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Takes the values of a row, by the order of the query. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private Database(String address, Path file, CancelToken cancel) throws LibraryException {
        this.file = file;
        this.cancel = cancel;
        try {
            Connection opened = new JDBC().connect("jdbc:sqlite:" + address, new Properties());
            if (opened == null) {
                throw new SQLException(address);
            }
            connection = opened;
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return cancel.isCancelled() || System.nanoTime() > end ? 1 : 0;
                }
            });
        } catch (SQLException failed) {
            throw new LibraryException(NLS.bind(Messages.zotero_unreadable, file, failed.getLocalizedMessage()), failed);
        }
    }

    /** Opens a database that does not change while it is open: without a lock, without a look at its journal. */
    static Database inPlace(Path file, CancelToken cancel) throws LibraryException, CancelledException {
        return open(file.toUri() + "?immutable=1&mode=ro", file, cancel);
    }

    /**
     * Opens a database that belongs to us.
     *
     * @param original what messages name
     */
    static Database copied(Path copy, Path original, CancelToken cancel) throws LibraryException, CancelledException {
        return open(copy.toUri().toString(), original, cancel);
    }

    private static Database open(String address, Path file, CancelToken cancel) throws LibraryException, CancelledException {
        Database database = new Database(address, file, cancel);
        try {
            database.prepare();
            return database;
        } catch (LibraryException | CancelledException failed) {
            database.close();
            throw failed;
        }
    }

    /** Views and triggers of a foreign database can do nothing; its tables are known. */
    private void prepare() throws LibraryException, CancelledException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA query_only = ON");
        } catch (SQLException failed) {
            throw failure(failed);
        }
        each("SELECT name FROM sqlite_master WHERE type = 'table'", row -> columns.put(text(row, 1), new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        for (Map.Entry<String, Set<String>> table : columns.entrySet()) {
            each("PRAGMA table_info(\"" + table.getKey().replace("\"", "\"\"") + "\")", row -> table.getValue().add(text(row, 2)));
        }
    }

    boolean has(String table) {
        return columns.containsKey(table);
    }

    boolean has(String table, String column) {
        return columns.getOrDefault(table, Set.of()).contains(column);
    }

    /** The first of the columns that the table has. */
    String column(String table, String first, String second) {
        return has(table, first) ? first : second;
    }

    void each(String query, Row taker) throws LibraryException, CancelledException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                cancel.check();
                if (++count > MOST_ROWS) {
                    throw new LibraryException(NLS.bind(Messages.zotero_tooLong, file));
                }
                taker.take(rows);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private LibraryException failure(SQLException failed) throws CancelledException {
        cancel.check();
        String message = System.nanoTime() > end
                ? NLS.bind(Messages.zotero_tooLong, file)
                : NLS.bind(Messages.zotero_unreadable, file, String.valueOf(failed.getLocalizedMessage()).strip());
        return new LibraryException(message, failed);
    }

    /** The text of a column; empty where there is none. */
    static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static String lower(ResultSet row, int column) throws SQLException {
        return text(row, column).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        try {
            ProgressHandler.clearHandler(connection);
            connection.close();
        } catch (SQLException left) {
            // what was read is complete, and nothing was to be written
        }
    }
}
