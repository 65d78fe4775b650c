package planted.sqlite;

import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** Hands the mapper to its host. */
public final class Showing {
    public List<SqlSession> sessions() {
        return List.of();
    }
}
